package dev.crossdock.orders;

import dev.crossdock.platform.ids.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lays rows of orders into the tables directly, for tests of reading that must not wait for the whole way of an order. */
public final class OrderRows {

  public static final Instant NOW = Instant.parse("2026-11-20T09:12:07Z");

  private final JdbcClient client;
  private final Ids ids = new Ids(InstantSource.fixed(NOW), new Random(1));

  public OrderRows(DataSource dataSource) {
    this.client = JdbcClient.create(dataSource);
  }

  /** An order with one line of two units to place; what is given replaces what is usual. */
  public OrderId order(String number, Map<String, Object> given) {
    UUID id = ids.next();
    Map<String, Object> row = new LinkedHashMap<>(Map.of(
        "merchant", 1, "id", id, "number", number, "channel", "shopify", "account", "acme", "external_id", "x" + number,
        "external_number", "#" + number, "test", false, "lifecycle", "RECEIVED"));
    row.putAll(Map.of(
        "payment", "PAID", "headline", "TO_ROUTE", "delivery", "SHIP", "currency", "EUR", "total_minor", 1000L,
        "gift_card_minor", 0L, "tax_included", true, "tags", "", "content_digest", "", "version", 1));
    for (String time : new String[] {"source_version", "placed_at", "received_at", "updated_at"}) {
      row.put(time, NOW.toString());
    }
    row.putAll(given);
    insert("orders", row);
    return new OrderId(id);
  }

  public void line(OrderId order, int line, String sku, Map<String, Object> given) {
    Map<String, Object> row = new LinkedHashMap<>(Map.of(
        "merchant", 1, "order_id", order.value(), "line", line, "external_id", "l" + line, "channel_sku", sku,
        "sku", sku, "title", "Thing " + sku, "kind", "GOODS", "fulfilled_by", "MERCHANT", "ordered", 2));
    for (String bucket : new String[] {"backordered", "preordered", "reserved", "allocated", "shipped", "cancelled",
        "short", "discount_minor", "tax_minor"}) {
      row.put(bucket, 0);
    }
    row.putAll(Map.of("unplaced", 2, "share_units", 2, "unit_ids", ""));
    row.putAll(given);
    insert("order_line", row);
  }

  public void hold(OrderId order, String reason) {
    insert("hold", new LinkedHashMap<>(Map.ofEntries(
        Map.entry("merchant", 1), Map.entry("order_id", order.value()), Map.entry("id", ids.next()),
        Map.entry("reason", reason), Map.entry("rule", "test"), Map.entry("blocks", "RELEASE"),
        Map.entry("keeps_stock", true), Map.entry("sentence", "Stopped."), Map.entry("evidence", "{}"),
        Map.entry("opened_at", NOW.toString()), Map.entry("opened_by", "test"))));
  }

  public void release(OrderId order, String reason) {
    client
        .sql("update hold set released_at = opened_at where merchant = 1 and order_id = :order and reason = :reason")
        .param("order", order.value())
        .param("reason", reason)
        .update();
  }

  public UUID exception(String type, String group, Map<String, Object> given) {
    UUID id = ids.next();
    Map<String, Object> row = new LinkedHashMap<>(Map.of(
        "merchant", 1, "id", id, "type", type, "state", "OPEN", "group_key", group, "dedup_key", "d" + id,
        "sentence", "It failed.", "remedy", "Mend it.", "evidence", "{}", "opened_at", NOW.toString()));
    row.putAll(given);
    insert("exception_case", row);
    return id;
  }

  private void insert(String table, Map<String, Object> row) {
    String columns = String.join(", ", row.keySet());
    String values = row.entrySet().stream().map(e -> value(e.getKey())).collect(Collectors.joining(", "));
    client.sql("insert into " + table + " (" + columns + ") values (" + values + ")").params(row).update();
  }

  private static String value(String column) {
    boolean time = column.endsWith("_at") || column.equals("ship_by") || column.equals("source_version");
    return ":" + column + (time ? "::timestamptz" : column.equals("evidence") ? "::json" : "");
  }
}
