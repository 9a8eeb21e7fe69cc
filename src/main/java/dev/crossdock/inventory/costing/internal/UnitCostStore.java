package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks up what the next unit of a SKU cost. */
public final class UnitCostStore {

  private static final String OF =
      """
      select c.sku, c.currency, round(l.value::numeric / l.units)::bigint as cost
      from sku_cost c
      cross join lateral (
        select f.value, f.units
        from (
          select o.value, o.units
          from cost_layer o
          where o.merchant = :merchant and o.sku = c.sku and c.method = 'FIFO'
          order by o.since, o.id
          limit 1) f
        union all
        select c.value, c.units where c.method <> 'FIFO' and c.units > 0
      ) l
      where c.merchant = :merchant and c.sku = any(:skus::text[])
        and not exists (
          select 1
          from cost_entry e
          where e.merchant = :merchant and e.sku = c.sku and not e.known
            and not exists (
              select 1 from cost_entry t where t.merchant = :merchant and t.sku = e.sku and t.costs = e.id))
      """;

  public Map<String, UnitCost> of(Tx tx, Set<String> skus) {
    Map<String, UnitCost> costs = new HashMap<>();
    tx.sql(OF)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .query(
            row -> {
              costs.put(row.getString("sku"), new UnitCost(row.getLong("cost"), row.getString("currency")));
            });
    return costs;
  }
}
