package dev.crossdock.fulfilment.internal;

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

  private static final String INSERT =
      """
      insert into fulfilment_order (merchant, id, order_id, number, location, type, work, handshake, ship_by,
        created_at, updated_at, version)
      select :merchant, r.id, r.order_id, r.number, r.location, r.type, r.work, 'UNSUBMITTED', r.ship_by,
        cast(:now as timestamptz), cast(:now as timestamptz), 1
      from unnest(:ids::uuid[], :orders::uuid[], :numbers::text[], :locations::text[], :types::text[], :works::text[],
        :shipBys::timestamptz[]) as r(id, order_id, number, location, type, work, ship_by)
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

  private static final String INSERT_LINES =
      """
      insert into fulfilment_order_line (merchant, fulfilment_order_id, line, sku, units)
      select :merchant, r.* from unnest(:ids::uuid[], :lines::int[], :skus::text[], :units::int[]) as r
      """;

  private record ItemRow(UUID id, WorkRow.Item item, int units) {}

  /** Opens new ones; {@code begun} are the orders that may have some already, after which these are numbered. */
  public void insert(Tx tx, List<WorkRow> rows, Set<UUID> begun, Map<String, String> types) {
    Map<UUID, String> numbers = numbers(tx, rows, begun);
    tx.sql(INSERT)
        .params(
            Columns.of(rows)
                .text("ids", WorkRow::id)
                .text("orders", WorkRow::order)
                .text("numbers", row -> numbers.get(row.id()))
                .text("locations", WorkRow::location)
                .text("types", row -> types.getOrDefault(row.location(), "WAREHOUSE"))
                .text("works", WorkRow::work)
                .text("shipBys", WorkRow::shipBy)
                .params())
        .param("now", tx.now().toString())
        .update();
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
    if (!items.isEmpty()) {
      tx.sql(INSERT_LINES)
          .params(
              Columns.of(items)
                  .text("ids", ItemRow::id)
                  .ints("lines", i -> i.item().line())
                  .text("skus", i -> i.item().sku())
                  .ints("units", ItemRow::units)
                  .params())
          .update();
    }
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
