package dev.crossdock.inventory.costing.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares what is valued with what lies there, with its entries and with its layers, in the snapshot it is given. */
public final class CostCheckStore {

  private static final String POOLS =
      """
      with pool as (
        select c.sku, c.method, c.currency, c.units, c.value from sku_cost c where c.merchant = :merchant
      ), level as (
        select v.sku, sum(v.on_hand) as units,
          bool_or(v.cost_currency is distinct from p.currency) as astray
        from stock_level v
        left join pool p on p.sku = v.sku
        where v.merchant = :merchant and (p.sku is not null or v.cost_currency is not null)
        group by v.sku
      ), transit as (
        select l.sku, sum(greatest(0, l.shipped - l.received - l.lost)) as units
        from stock_transfer t
        join stock_transfer_line l on l.merchant = :merchant and l.transfer = t.id
        join pool p on p.sku = l.sku
        where t.merchant = :merchant and t.state = 'SHIPPED'
        group by l.sku
      ), entry as (
        select e.sku, sum(e.units) as units, sum(e.value) as value
        from cost_entry e
        where e.merchant = :merchant
        group by e.sku
      ), layer as (
        select y.sku, sum(y.units) as units, sum(y.value) as value
        from cost_layer y
        where y.merchant = :merchant
        group by y.sku
      )
      select sku, coalesce(p.units, 0) as units, coalesce(p.value, 0) as value,
        coalesce(l.units, 0) + coalesce(t.units, 0) as there, coalesce(e.units, 0) as told_units,
        coalesce(e.value, 0) as told_value, p.method = 'FIFO' as by_layer, coalesce(y.units, 0) as layer_units,
        coalesce(y.value, 0) as layer_value, coalesce(l.astray, false) as astray
      from pool p
      full join level l using (sku)
      full join transit t using (sku)
      full join entry e using (sku)
      full join layer y using (sku)
      where coalesce(p.units, 0) <> coalesce(l.units, 0) + coalesce(t.units, 0)
        or coalesce(p.units, 0) <> coalesce(e.units, 0) or coalesce(p.value, 0) <> coalesce(e.value, 0)
        or (p.method = 'FIFO' and (p.units <> coalesce(y.units, 0) or p.value <> coalesce(y.value, 0)))
        or (p.method is distinct from 'FIFO' and y.units is not null) or coalesce(l.astray, false)
      order by sku
      limit :limit
      """;

  public List<Violation> violations(Tx tx, int limit) {
    List<Violation> violations = new ArrayList<>();
    tx.sql(POOLS).param("limit", limit).query((ResultSet row) -> explain(row, violations));
    return violations.subList(0, Math.min(limit, violations.size()));
  }

  private static void explain(ResultSet row, List<Violation> violations) throws SQLException {
    String subject = "stock:" + row.getString("sku");
    long units = row.getLong("units");
    long value = row.getLong("value");
    if (row.getBoolean("astray")) {
      violations.add(new Violation("stock.cost-levels", subject, "a level is valued otherwise than the SKU"));
    }
    if (units != row.getLong("there")) {
      String sums = "%d units are valued, %d are there or on their way";
      violations.add(new Violation("stock.cost-units", subject, sums.formatted(units, row.getLong("there"))));
    }
    if (units != row.getLong("told_units") || value != row.getLong("told_value")) {
      String sums = "%d units are worth %d, the entries say %d and %d";
      violations.add(
          new Violation(
              "stock.cost-entries", subject,
              sums.formatted(units, value, row.getLong("told_units"), row.getLong("told_value"))));
    }
    boolean layered = row.getBoolean("by_layer");
    if ((layered ? units : 0) != row.getLong("layer_units") || (layered ? value : 0) != row.getLong("layer_value")) {
      String sums = "%d units are worth %d, the layers say %d and %d";
      violations.add(
          new Violation(
              "stock.cost-layers", subject,
              sums.formatted(units, value, row.getLong("layer_units"), row.getLong("layer_value"))));
    }
  }
}
