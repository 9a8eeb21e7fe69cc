package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

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

  private static final String THEN =
      """
      select c.sku, c.currency, round(sum(e.value)::numeric / sum(e.units))::bigint as cost
      from sku_cost c
      join cost_entry e on e.merchant = :merchant and e.sku = c.sku
      where c.merchant = :merchant and c.sku = any(:skus::text[])
        and e.happened_at <= :at::timestamptz and e.recorded_at <= :at::timestamptz
      group by c.sku, c.currency
      having sum(e.units) > 0 and bool_and(e.known or exists (
        select 1
        from cost_entry t
        where t.merchant = :merchant and t.sku = e.sku and t.costs = e.id and t.recorded_at <= :at::timestamptz))
      """;

  public Map<String, UnitCost> of(Tx tx, Set<String> skus) {
    return costs(tx.sql(OF).params(Columns.of(skus).text("skus", sku -> sku).params()));
  }

  public Map<String, UnitCost> then(Tx tx, Set<String> skus, Instant at) {
    return costs(
        tx.sql(THEN).params(Columns.of(skus).text("skus", sku -> sku).params()).param("at", at.toString()));
  }

  private static Map<String, UnitCost> costs(JdbcClient.StatementSpec statement) {
    Map<String, UnitCost> costs = new HashMap<>();
    statement.query(
            row -> {
              costs.put(row.getString("sku"), new UnitCost(row.getLong("cost"), row.getString("currency")));
            });
    return costs;
  }
}
