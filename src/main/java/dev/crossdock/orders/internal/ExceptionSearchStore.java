package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.exceptions.ExceptionSearch.Case;
import dev.crossdock.orders.exceptions.ExceptionSearch.Closing;
import dev.crossdock.orders.exceptions.ExceptionSearch.Group;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the table of exceptions for people. */
public final class ExceptionSearchStore {

  private static final String COLUMNS =
      """
      c.id, c.type, c.state, c.group_key, c.order_id, c.inbox_id, c.channel, c.account, c.sentence, c.remedy,
      c.evidence::text as evidence, c.opened_at, c.closed_at, c.closed_by, c.closing_note, o.number
      """;

  private static final String FROM =
      """
      from exception_case c
      left join orders o on o.merchant = :merchant and o.id = c.order_id
      where c.merchant = :merchant
      """;

  /** Each cause is counted once, then the oldest exception of it is looked up to speak for all. */
  private static final String GROUPS =
      """
      with open as (
        select e.group_key, e.id, e.order_id, e.opened_at
        from exception_case e
        where e.merchant = :merchant and e.closed_at is null
          and (:key::text is null or e.group_key = :key::text)
      ), cause as (
        select p.group_key, (array_agg(p.id order by p.opened_at, p.id))[1] as first_id, count(*) as cases,
          count(distinct p.order_id) as orders, max(p.opened_at) as last_at
        from open p
        group by p.group_key
        order by count(distinct p.order_id) desc, count(*) desc, p.group_key
        limit :limit
      ), worth as (
        select p.group_key, x.currency, sum(x.total_minor)::bigint as minor, min(x.ship_by) as due
        from (select distinct q.group_key, q.order_id from open q) p
        join cause a on a.group_key = p.group_key
        join orders x on x.merchant = :merchant and x.id = p.order_id
        group by p.group_key, x.currency
      )
      select a.cases, a.orders, a.last_at,
        (select min(w.due) from worth w where w.group_key = a.group_key) as first_due,
        (select json_object_agg(w.currency, w.minor)::text from worth w
          where w.group_key = a.group_key and w.minor is not null) as at_risk,
      """
          + COLUMNS
          + """
          from cause a
          join exception_case c on c.merchant = :merchant and c.id = a.first_id
          left join orders o on o.merchant = :merchant and o.id = c.order_id
          where c.merchant = :merchant
          order by a.orders desc, a.cases desc, c.group_key
          """;

  private static final String OPEN =
      "select " + COLUMNS + FROM
          + """
          and (:key::text is null or c.group_key = :key::text) and c.closed_at is null
          and (:after::uuid is null or c.id > :after::uuid)
          order by c.id
          limit :limit
          """;

  private static final String OF_ORDER =
      "select " + COLUMNS + FROM
          + """
          and c.order_id = :order
          order by c.closed_at is not null, c.opened_at desc, c.id
          limit :limit
          """;

  private static final String BY_ID = "select " + COLUMNS + FROM + " and c.id = :id";

  private static final String OPEN_COUNT =
      """
      select count(*) from (
        select 1 from exception_case e where e.merchant = :merchant and e.closed_at is null limit :limit
      ) c
      """;

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
  private static final TypeReference<Map<String, Long>> AMOUNTS = new TypeReference<>() {};

  private final JsonMapper json = JsonMapper.builder().build();

  public List<Group> groups(Tx tx, @Nullable String key, int limit) {
    return tx.sql(GROUPS).param("key", key).param("limit", limit).query(this::group).list();
  }

  public List<Case> open(Tx tx, @Nullable String key, @Nullable UUID after, int limit) {
    return tx.sql(OPEN)
        .param("key", key)
        .param("after", after == null ? null : after.toString())
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  public List<Case> ofOrder(Tx tx, OrderId order, int limit) {
    return tx.sql(OF_ORDER).param("order", order.value()).param("limit", limit).query(this::row).list();
  }

  public Optional<Case> find(Tx tx, UUID id) {
    return tx.sql(BY_ID).param("id", id).query(this::row).optional();
  }

  public int openCount(Tx tx, int most) {
    return tx.sql(OPEN_COUNT).param("limit", most).query(Integer.class).single();
  }

  private Group group(ResultSet row, int n) throws SQLException {
    String atRisk = row.getString("at_risk");
    return new Group(
        row(row, n),
        row.getInt("cases"),
        row.getInt("orders"),
        atRisk == null ? Map.of() : json.readValue(atRisk, AMOUNTS),
        Objects.requireNonNull(instant(row, "last_at")),
        instant(row, "first_due"));
  }

  private Case row(ResultSet row, int n) throws SQLException {
    UUID order = row.getObject("order_id", UUID.class);
    Instant closed = instant(row, "closed_at");
    return new Case(
        row.getObject("id", UUID.class),
        ExceptionType.valueOf(row.getString("type")),
        row.getString("group_key"),
        order == null ? null : new OrderId(order),
        row.getString("number"),
        row.getObject("inbox_id", UUID.class),
        row.getString("channel"),
        row.getString("account"),
        row.getString("sentence"),
        row.getString("remedy"),
        json.readValue(row.getString("evidence"), WORDS),
        Objects.requireNonNull(instant(row, "opened_at")),
        closed == null
            ? null
            : new Closing(
                row.getString("state"), closed, Objects.requireNonNullElse(row.getString("closed_by"), ""),
                Objects.requireNonNullElse(row.getString("closing_note"), "")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
