package dev.crossdock.orders.internal;

import dev.crossdock.orders.Orders.SoldUnits;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What orders are made of: a line that has no parts of its own is its SKU, once. */
public final class PartStore {

  private static final String SKUS_OF =
      """
      select distinct coalesce(c.sku, l.sku)
      from order_line l
      left join order_line_component c on c.merchant = :merchant and c.order_id = l.order_id and c.line = l.line
      where l.merchant = :merchant and l.order_id = any(:orders::uuid[]) and l.sku is not null
      """;

  private static final String SOLD =
      """
      select o.channel, o.account, l.channel_sku, coalesce(c.sku, l.sku) as sku, sum(l.ordered) as ordered,
        sum(l.ordered::bigint * coalesce(c.units, 1)) as units
      from orders o
      join order_line l on l.merchant = :merchant and l.order_id = o.id
      left join order_line_component c on c.merchant = :merchant and c.order_id = o.id and c.line = l.line
      where o.merchant = :merchant and o.id = any(:orders::uuid[]) and not o.test and l.fulfilled_by = 'MERCHANT'
        and l.sku is not null
      group by o.channel, o.account, l.channel_sku, coalesce(c.sku, l.sku)
      """;

  public List<SoldUnits> sold(Tx tx, Collection<UUID> orders) {
    return tx.sql(SOLD)
        .params(Columns.of(orders).text("orders", id -> id).params())
        .query(
            (row, n) ->
                new SoldUnits(
                    row.getString("channel"), row.getString("account"), row.getString("channel_sku"),
                    row.getString("sku"), row.getInt("ordered"), row.getLong("units")))
        .list();
  }

  public Set<String> skusOf(Tx tx, Collection<UUID> orders) {
    return new HashSet<>(
        tx.sql(SKUS_OF)
            .params(Columns.of(orders).text("orders", id -> id).params())
            .query(String.class)
            .list());
  }
}
