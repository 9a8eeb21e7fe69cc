package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds lines whose units are promised and not released yet. */
public final class DisplaceableStore {

  private static final String RESERVED =
      """
      select l.sku, o.id, o.number, o.priority, l.line, l.reserved
      from order_line l
      join orders o on o.merchant = :merchant and o.id = l.order_id
      where l.merchant = :merchant and l.sku = any(:skus::text[]) and l.reserved > 0 and o.is_open
      order by o.priority, o.placed_at desc, o.id, l.line
      limit :limit
      """;

  /** Units of a line that another order could take. */
  public record Reserved(String sku, OrderId order, String number, int priority, int line, int units) {}

  /** Those of the lowest priority and the latest of them first. */
  public List<Reserved> reserved(Tx tx, Set<String> skus, int limit) {
    return tx.sql(RESERVED)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Reserved(
                    row.getString("sku"),
                    new OrderId(row.getObject("id", UUID.class)),
                    row.getString("number"),
                    row.getInt("priority"),
                    row.getInt("line"),
                    row.getInt("reserved")))
        .list();
  }
}
