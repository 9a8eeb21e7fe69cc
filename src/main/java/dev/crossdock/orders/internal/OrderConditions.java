package dev.crossdock.orders.internal;

import dev.crossdock.orders.Headline;
import dev.crossdock.orders.OrderQuery;
import dev.crossdock.orders.OrderQuery.Flag;
import dev.crossdock.orders.OrderQuery.Term;
import dev.crossdock.orders.OrderQuery.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A filter as conditions on {@code orders o} with their parameters. Values never stand in the SQL. */
final class OrderConditions {

  static final String RECEIVED_SINCE = "and o.received_at > :since::timestamptz";

  /** Every channel account that has orders, found by leaping through the index instead of reading it. */
  static final String SHOPS =
      """
      with recursive shop as (
        (select o.channel, o.account from orders o where o.merchant = :merchant order by o.channel, o.account limit 1)
        union all
        select n.channel, n.account
        from shop s
        cross join lateral (
          select o.channel, o.account
          from orders o
          where o.merchant = :merchant and (o.channel, o.account) > (s.channel, s.account)
          order by o.channel, o.account
          limit 1
        ) n
      )
      """;

  /** Orders that a number means: ours, the channel's number, the channel's key. */
  static final String IDS_OF_NUMBER =
      SHOPS
          + """
          select o.id
          from shop s
          join orders o on o.merchant = :merchant and o.channel = s.channel and o.account = s.account
          where o.merchant = :merchant and o.external_id = :text
          union
          select o.id from orders o where o.merchant = :merchant and o.external_number = :text
          union
          select o.id from orders o where o.merchant = :merchant and o.number = :text
          """;

  private static final String OF_SKU =
      """
      select %1$s from order_line l where l.merchant = :merchant and l.sku = :text
      union all
      select %1$s
      from order_line l
      where l.merchant = :merchant and l.channel_sku = :text
        and l.sku is null and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'
      """;

  private static final String HAS_SKU =
      """
      exists (
        select 1
        from order_line l
        where l.merchant = :merchant and l.order_id = o.id
          and (l.sku = :text
            or (l.channel_sku = :text and l.sku is null and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'))
        offset 0)
      """;

  private static final String OF_PEOPLE =
      """
      select %1$s from orders o where o.merchant = :merchant and o.contact_ref = any(:refs::uuid[])
      union all
      select %1$s from orders o where o.merchant = :merchant and o.ship_to_ref = any(:refs::uuid[])
      """;

  private static final String OF_HOLD =
      "select %1$s from hold h where h.merchant = :merchant and h.released_at is null and h.reason = :reason";
  private static final String HELD =
      """
      o.held is not false and exists (
        select 1
        from hold h
        where h.merchant = :merchant and h.order_id = o.id and h.released_at is null%s
        offset 0)
      """;
  private static final String OF_EXCEPTION =
      "select %1$s from exception_case e where e.merchant = :merchant and e.order_id is not null"
          + " and e.closed_at is null";
  private static final String EXCEPTION =
      "exists (select 1 from exception_case e where e.merchant = :merchant and e.order_id = o.id"
          + " and e.closed_at is null)";
  private static final String UNPLACED =
      "exists (select 1 from order_line l where l.merchant = :merchant and l.order_id = o.id and l.unplaced > 0)";
  private static final String TO_DO = "(o.is_open and o.headline <> 'SHIPPED')";
  private static final Duration AT_RISK = Duration.ofHours(4);

  private final Instant now;
  private final Known known;
  private final StringBuilder sql = new StringBuilder();
  private final Map<String, Object> params = new HashMap<>();

  /**
   * Orders that a word means.
   *
   * @param ids tells them
   * @param ones tells a one for each, which an index alone can do
   */
  record Meant(String ids, String ones) {

    private static Meant of(String statement, String id) {
      return new Meant(statement.formatted(id), statement.formatted("1"));
    }
  }

  /** What is known of a word before the search begins. */
  interface Known {

    /** References to personal data in which the words stand. */
    List<UUID> people(String text);

    /**
     * The ids that are meant, each once; empty when they are many. Few are looked up one by one, however many orders
     * there are; of many the latest are soon met on the way through all.
     */
    Optional<Set<UUID>> few(Meant meant, Map<String, Object> params);
  }

  private OrderConditions(Instant now, Known known) {
    this.now = now;
    this.known = known;
  }

  /** The conditions of a query. */
  static OrderConditions of(OrderQuery query, Instant now, Known known) {
    OrderConditions conditions = new OrderConditions(now, known);
    query.terms().forEach(conditions::add);
    return conditions;
  }

  String sql() {
    return sql.toString();
  }

  Map<String, Object> params() {
    return params;
  }

  void add(String condition, Map<String, Object> more) {
    sql.append(condition).append('\n');
    params.putAll(more);
  }

  private void add(Term term) {
    List<String> any = new ArrayList<>();
    for (Value value : term.values()) {
      any.add(condition(term, value));
    }
    // A condition on an absent value is unknown; turned round it has to be true.
    String joined = String.join(" or ", any);
    sql.append(term.negated() ? "and (" + joined + ") is not true\n" : "and (" + joined + ")\n");
  }

  private String condition(Term term, Value value) {
    return switch (value) {
      case Value.Word word -> word(term, word.text());
      case Value.Between between -> between(term, between);
      case Value.Amounts amounts -> amounts(amounts);
      case Value.Any ignored -> present(term);
      case Value.None ignored -> "not " + present(term);
    };
  }

  private String word(Term term, String text) {
    return switch (term.field()) {
      case IS -> flag(Flag.valueOf(constant(text)));
      case HEADLINE -> headline(text);
      case CHANNEL -> channel(text);
      case EXT -> number(text);
      case TEXT -> number(text) + " or " + sku(text) + " or " + customer(text);
      case SKU -> sku(text);
      case CUSTOMER -> customer(text);
      case HOLD -> hold(constant(text));
      case COUNTRY -> "o.ship_country = " + param(text);
      case TAG -> "strpos(',' || o.tags || ',', " + param("," + text + ",") + ") > 0";
      case DUE, PLACED, TOTAL -> throw new IllegalStateException(term.field() + " takes no words");
    };
  }

  private String flag(Flag flag) {
    return switch (flag) {
      case OPEN -> "o.is_open";
      case HELD -> held();
      case LATE -> TO_DO + " and o.ship_by < " + time(now);
      case AT_RISK -> TO_DO + " and o.ship_by < " + time(now.plus(AT_RISK));
      case ATTENTION -> either(Meant.of(OF_EXCEPTION, "e.order_id"), Map.of(), () -> EXCEPTION);
      case UNPLACED -> UNPLACED;
      case TEST -> "o.test";
    };
  }

  /** As lists tell it: an open exception stands above all but a cancellation. */
  private String headline(String typed) {
    Headline.Word word =
        Arrays.stream(Headline.Word.values()).filter(w -> QueryParser.headline(w).equals(typed)).findFirst().orElseThrow();
    return switch (word) {
      case ATTENTION -> "o.headline <> 'CANCELLED' and " + EXCEPTION;
      case CANCELLED -> "o.headline = 'CANCELLED'";
      case COMPLETED -> "o.headline = 'COMPLETED' and not " + EXCEPTION;
      case ON_HOLD, TO_APPROVE, BACKORDERED, PRE_ORDER, TO_ROUTE, RELEASED, CHANNEL_SHIPS, PARTLY_SHIPPED,
          SHIPPED ->
          "o.is_open and o.headline = " + param(word.name()) + " and not " + EXCEPTION;
    };
  }

  private String channel(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? "o.channel = " + param(text)
        : "(o.channel = " + param(text.substring(0, slash)) + " and lower(o.account) = "
            + param(text.substring(slash + 1)) + ")";
  }

  private String between(Term term, Value.Between between) {
    String column = term.field() == OrderQuery.Field.DUE ? "o.ship_by" : "o.placed_at";
    return "(" + limit(column, ">=", between.from()) + " and " + limit(column, "<", between.to()) + ")"
        + (term.field() == OrderQuery.Field.DUE ? " and " + TO_DO : "");
  }

  private String limit(String column, String sign, @Nullable Instant at) {
    return at == null ? column + " is not null" : column + " " + sign + " " + time(at);
  }

  private String amounts(Value.Amounts amounts) {
    return "(o.currency = " + param(amounts.currency())
        + (amounts.min() == null ? "" : " and o.total_minor >= " + param(amounts.min()))
        + (amounts.max() == null ? "" : " and o.total_minor <= " + param(amounts.max())) + ")";
  }

  private String present(Term term) {
    return term.field() == OrderQuery.Field.HOLD ? "(" + held() + ")" : "(o.ship_by is not null)";
  }

  private String number(String text) {
    return either(
        new Meant(IDS_OF_NUMBER, IDS_OF_NUMBER), Map.of("text", text),
        () -> "o.id in (" + IDS_OF_NUMBER.replace(":text", param(text)) + ")");
  }

  private String sku(String text) {
    return either(Meant.of(OF_SKU, "l.order_id"), Map.of("text", text), () -> HAS_SKU.replace(":text", param(text)));
  }

  private static String held() {
    return HELD.formatted("");
  }

  private String hold(String reason) {
    return either(
        Meant.of(OF_HOLD, "h.order_id"), Map.of("reason", reason),
        () -> HELD.formatted(" and h.reason = " + param(reason)));
  }

  /** The orders themselves where they are few, else the condition that each is asked. */
  private String either(Meant meant, Map<String, Object> params, Supplier<String> condition) {
    return known.few(meant, params).map(this::oneOf).orElseGet(condition);
  }

  private String oneOf(Set<UUID> ids) {
    return ids.isEmpty()
        ? "false"
        : "o.id = any(" + param(ids.stream().map(UUID::toString).toArray(String[]::new)) + "::uuid[])";
  }

  /** Names and addresses are searched behind their own door; here only the references it gave are compared. */
  private String customer(String text) {
    List<UUID> found = known.people(text);
    if (found.isEmpty()) {
      return "false";
    }
    String[] refs = found.stream().map(UUID::toString).toArray(String[]::new);
    Meant people = Meant.of(OF_PEOPLE, "o.id");
    return either(
        people, Map.of("refs", refs), () -> "o.id in (" + people.ids().replace(":refs", param(refs)) + ")");
  }

  private String time(Instant at) {
    return param(at.toString()) + "::timestamptz";
  }

  private String param(Object value) {
    String name = "p" + params.size();
    params.put(name, value);
    return ":" + name;
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
