package dev.crossdock.orders.internal;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.orders.Buckets;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Headline;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderSearch.Page;
import dev.crossdock.orders.OrderSearch.Row;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.internal.OrderConditions.Meant;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads orders for lists. A page is one statement: its rows first, then what belongs to just these rows. */
public final class OrderSearchStore {

  /** People whose orders one search looks at; more means that the words say too little. */
  private static final int PEOPLE_MAX = 500;

  private static final int HANDFUL = 100;

  private static final String PAGE =
      """
      with page as materialized (
        select o.*
        from orders o
        where o.merchant = :merchant
          %s
        order by %s
        limit :limit
      )
      """;

  private static final String OF_IDS =
      """
      with page as materialized (
        select o.* from orders o where o.merchant = :merchant and o.id = any(:ids::uuid[])
      )
      """;

  private static final String ROWS =
      """
      select o.id, o.number, o.channel, o.account, o.external_id, o.external_number, o.test, o.lifecycle, o.headline,
        o.headline_reason, o.ship_by, o.placed_at, o.currency, o.total_minor, o.contact_ref, o.ship_to_ref,
        o.ship_country, u.*, x.exceptions
      from page o
      cross join lateral (
        select coalesce(sum(l.unplaced), 0) as unplaced, coalesce(sum(l.backordered), 0) as backordered,
          coalesce(sum(l.preordered), 0) as preordered, coalesce(sum(l.reserved), 0) as reserved,
          coalesce(sum(l.allocated), 0) as allocated, coalesce(sum(l.shipped), 0) as shipped,
          coalesce(sum(l.cancelled), 0) as cancelled, coalesce(sum(l.short), 0) as short
        from order_line l
        where l.merchant = :merchant and l.order_id = o.id
      ) u
      cross join lateral (
        select string_agg(distinct e.type, ',') as exceptions
        from exception_case e
        where e.merchant = :merchant and e.order_id = o.id and e.closed_at is null
      ) x
      """;

  private static final String COUNT =
      """
      select count(*) from (
        select 1
        from orders o
        where o.merchant = :merchant
          %s
        limit :limit
      ) c
      """;

  private static final String COUNT_ONES = "select count(*) from (%s limit :limit) c";

  private static final String MATCHING =
      """
      select o.id
      from orders o
      where o.merchant = :merchant and o.id = any(:ids::uuid[])
        %s
      """;

  private static final String BY_NUMBER =
      "select o.id from orders o where o.merchant = :merchant and o.id in (" + OrderConditions.IDS_OF_NUMBER + ") limit 2";

  private static final String BY_CHANNEL =
      OrderConditions.SHOPS
          + """
          select o.id
          from shop s
          join orders o on o.merchant = :merchant and o.channel = s.channel and o.account = s.account
          where o.merchant = :merchant and s.channel = :channel and o.external_id = :external
          order by o.id
          limit 100
          """;

  private final PersonalData personalData;
  private final int few;

  /**
   * Searches.
   *
   * @param few orders that are looked up one by one; more are met on the way through all
   */
  public OrderSearchStore(PersonalData personalData, int few) {
    this.personalData = personalData;
    this.few = few;
  }

  public Page page(Tx tx, OrderQuery query, @Nullable String after, int limit) {
    OrderConditions where = OrderConditions.of(query, tx.now(), new Looked(tx));
    PageKey key = PageKey.of(query.sort());
    PageKey.Place place = after == null ? null : key.read(after);
    if (place != null) {
      where.add(key.condition(place), key.params(place));
    }
    List<Row> rows = tx.sql(PAGE.formatted(where.sql(), key.order()) + ROWS + "order by " + key.order())
        .params(where.params())
        .param("limit", limit + 1)
        .query(OrderSearchStore::row)
        .list();
    boolean more = rows.size() > limit;
    return new Page(more ? rows.subList(0, limit) : rows, more ? key.write(rows.get(limit - 1)) : null);
  }

  public int count(Tx tx, OrderQuery query, int most) {
    OrderConditions where = OrderConditions.of(query, tx.now(), new Looked(tx));
    return tx.sql(COUNT.formatted(where.sql()))
        .params(where.params())
        .param("limit", most)
        .query(Integer.class)
        .single();
  }

  public List<Row> rows(Tx tx, Collection<OrderId> ids) {
    return tx.sql(OF_IDS + ROWS).param("ids", array(ids)).query(OrderSearchStore::row).list();
  }

  public Set<OrderId> stillMatching(Tx tx, OrderQuery query, Collection<OrderId> ids) {
    OrderConditions where = OrderConditions.of(query, tx.now(), new Looked(tx));
    return new HashSet<>(tx.sql(MATCHING.formatted(where.sql()))
        .params(where.params())
        .param("ids", array(ids))
        .query((row, n) -> new OrderId(row.getObject("id", UUID.class)))
        .list());
  }

  public int receivedSince(Tx tx, OrderQuery query, Instant since, int most) {
    OrderConditions where = OrderConditions.of(query, tx.now(), new Looked(tx));
    where.add(OrderConditions.RECEIVED_SINCE, Map.of("since", since.toString()));
    return tx.sql(COUNT.formatted(where.sql()))
        .params(where.params())
        .param("limit", most)
        .query(Integer.class)
        .single();
  }

  public Optional<OrderId> byNumber(Tx tx, String number) {
    List<UUID> found =
        number.indexOf('\0') >= 0
            ? List.of()
            : tx.sql(BY_NUMBER).param("text", number).query((row, n) -> row.getObject(1, UUID.class)).list();
    return found.size() == 1 ? Optional.of(new OrderId(found.getFirst())) : Optional.empty();
  }

  public List<OrderId> byChannel(Tx tx, String channel, String externalId) {
    return tx.sql(BY_CHANNEL)
        .param("channel", channel)
        .param("external", externalId)
        .query((row, n) -> new OrderId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Looks up in the transaction of the search. */
  private final class Looked implements OrderConditions.Known {
    private final Tx tx;

    private Looked(Tx tx) {
      this.tx = tx;
    }

    @Override
    public List<UUID> people(String text) {
      return personalData.find(tx, text, PEOPLE_MAX);
    }

    /** Most words mean a handful, which one question tells; where there are more, counting costs less than reading. */
    @Override
    public Optional<Set<UUID>> few(Meant meant, Map<String, Object> params) {
      List<UUID> found = ids(meant, params, HANDFUL + 1);
      if (found.size() > HANDFUL) {
        if (isMany(meant, params)) {
          return Optional.empty();
        }
        found = ids(meant, params, few + 1);
      }
      return found.size() > few ? Optional.empty() : Optional.of(new HashSet<>(found));
    }

    private boolean isMany(Meant meant, Map<String, Object> params) {
      return tx.sql(COUNT_ONES.formatted(meant.ones()))
              .params(params)
              .param("limit", few + 1)
              .query(Integer.class)
              .single()
          > few;
    }

    private List<UUID> ids(Meant meant, Map<String, Object> params, int most) {
      return tx.sql(meant.ids() + " limit :limit")
          .params(params)
          .param("limit", most)
          .query((row, n) -> row.getObject(1, UUID.class))
          .list();
    }
  }

  private static String[] array(Collection<OrderId> ids) {
    return ids.stream().map(OrderId::toString).toArray(String[]::new);
  }

  private static Row row(ResultSet row, int n) throws SQLException {
    List<ExceptionType> exceptions = exceptions(row.getString("exceptions"));
    return new Row(
        new OrderId(row.getObject("id", UUID.class)),
        row.getString("number"),
        new ChannelRef(row.getString("channel"), row.getString("account"), row.getString("external_id")),
        row.getString("external_number"),
        row.getBoolean("test"),
        Order.Lifecycle.valueOf(row.getString("lifecycle")),
        headline(row, exceptions),
        units(row),
        exceptions,
        instant(row, "ship_by"),
        row.getObject("placed_at", OffsetDateTime.class).toInstant(),
        row.getString("currency"),
        row.getObject("total_minor", Long.class),
        row.getObject("contact_ref", UUID.class),
        row.getObject("ship_to_ref", UUID.class),
        row.getString("ship_country"));
  }

  private static List<ExceptionType> exceptions(@Nullable String types) {
    return types == null ? List.of() : Arrays.stream(types.split(",")).map(ExceptionType::valueOf).toList();
  }

  /** An open exception stands above all but a cancellation. */
  private static Headline headline(ResultSet row, List<ExceptionType> exceptions) throws SQLException {
    Headline.Word word = Headline.Word.valueOf(row.getString("headline"));
    if (exceptions.isEmpty() || word == Headline.Word.CANCELLED) {
      return new Headline(word, row.getString("headline_reason"));
    }
    return new Headline(
        Headline.Word.ATTENTION,
        exceptions.stream().map(e -> Headline.inSentence(e.words())).collect(Collectors.joining(", ")));
  }

  private static Buckets units(ResultSet row) throws SQLException {
    return new Buckets(
        row.getInt("unplaced"),
        row.getInt("backordered"),
        row.getInt("preordered"),
        row.getInt("reserved"),
        row.getInt("allocated"),
        row.getInt("shipped"),
        row.getInt("cancelled"),
        row.getInt("short"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
