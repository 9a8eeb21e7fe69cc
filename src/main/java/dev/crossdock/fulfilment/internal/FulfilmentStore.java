package dev.crossdock.fulfilment.internal;

import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes fulfilment orders, many at once. */
public final class FulfilmentStore {

  private static final String COUNT =
      """
      select f.order_id, count(*) as n
      from fulfilment_order f
      where f.merchant = :merchant and f.order_id = any(:orders::uuid[])
      group by f.order_id
      """;

  private static final String UPDATE =
      """
      update fulfilment_order f
      set work = r.work, updated_at = cast(:now as timestamptz), version = f.version + 1
      from unnest(:ids::uuid[], :works::text[]) as r(id, work)
      where f.merchant = :merchant and f.id = r.id
      """;

  private static final String FORGET_LINES =
      "delete from fulfilment_order_line where merchant = :merchant and fulfilment_order_id = any(:ids::uuid[])";

  private record ItemRow(UUID id, WorkRow.Item item, int units) {}

  /** Opens new ones; {@code begun} are the orders that may have some already, after which these are numbered. */
  public void insert(Tx tx, List<WorkRow> rows, Set<UUID> begun, Map<String, String> types) {
    Map<UUID, String> numbers = numbers(tx, rows, begun);
    tx.write(
        BulkInsert.into("fulfilment_order", rows)
            .uuid("id", WorkRow::id)
            .uuid("order_id", WorkRow::order)
            .text("number", row -> numbers.get(row.id()))
            .text("location", WorkRow::location)
            .text("type", row -> types.getOrDefault(row.location(), "WAREHOUSE"))
            .text("work", WorkRow::work)
            .text("handshake", row -> "UNSUBMITTED")
            .time("ship_by", WorkRow::shipBy)
            .time("created_at", row -> tx.now())
            .time("updated_at", row -> tx.now())
            .ints("version", row -> 1));
    insertLines(tx, rows);
  }

  public void update(Tx tx, List<WorkRow> rows) {
    Map<String, Object> columns =
        Columns.of(rows).text("ids", WorkRow::id).text("works", WorkRow::work).params();
    int updated = tx.sql(UPDATE).params(columns).param("now", tx.now().toString()).update();
    if (updated != rows.size()) {
      throw new IllegalStateException("fulfilment orders are missing: " + updated + " of " + rows.size());
    }
    tx.sql(FORGET_LINES).params(Columns.of(rows).text("ids", WorkRow::id).params()).update();
    insertLines(tx, rows);
  }

  private static void insertLines(Tx tx, List<WorkRow> rows) {
    List<ItemRow> items = new ArrayList<>();
    rows.forEach(row -> row.units().forEach((item, units) -> items.add(new ItemRow(row.id(), item, units))));
    tx.write(
        BulkInsert.into("fulfilment_order_line", items)
            .uuid("fulfilment_order_id", ItemRow::id)
            .ints("line", i -> i.item().line())
            .text("sku", i -> i.item().sku())
            .ints("units", ItemRow::units));
  }

  /** The order's number and a count: the order's row is locked, so nobody else counts at the same time. */
  private static Map<UUID, String> numbers(Tx tx, Collection<WorkRow> rows, Set<UUID> begun) {
    Map<UUID, Integer> counts = new HashMap<>();
    if (!begun.isEmpty()) {
      tx.sql(COUNT)
          .params(Columns.of(begun).text("orders", id -> id).params())
          .query(
              row -> {
                counts.put(row.getObject(1, UUID.class), row.getInt(2));
              });
    }
    return rows.stream()
        .collect(
            Collectors.toMap(WorkRow::id, row -> row.orderNumber() + "-" + counts.merge(row.order(), 1, Integer::sum)));
  }
}
