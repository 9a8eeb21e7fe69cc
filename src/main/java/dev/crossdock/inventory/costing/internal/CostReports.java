package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.SkuSales;
import dev.crossdock.inventory.costing.SkuValue;
import dev.crossdock.inventory.costing.UntoldCost;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The statements that report on cost. As of an instant, values are sums over the entries, by two clocks. */
public final class CostReports {

  private static final String NOW =
      """
      select c.sku, c.method, c.currency, c.units, c.value
      from sku_cost c
      where c.merchant = :merchant and c.sku > :after
      order by c.sku
      limit :limit
      """;

  private static final String THEN =
      """
      select c.sku, c.method, c.currency, coalesce(sum(e.units), 0) as units, coalesce(sum(e.value), 0) as value
      from (
        select p.sku, p.method, p.currency from sku_cost p
        where p.merchant = :merchant and p.sku > :after
        order by p.sku
        limit :limit) c
      left join cost_entry e on e.merchant = :merchant and e.sku = c.sku and e.happened_at <= :at::timestamptz
        and e.recorded_at <= :knownAt::timestamptz
      group by c.sku, c.method, c.currency
      order by c.sku
      """;

  private static final String TOTAL_NOW =
      "select c.currency, sum(c.value) as value from sku_cost c where c.merchant = :merchant group by c.currency";

  private static final String TOTAL_THEN =
      """
      select c.currency, coalesce(sum(e.value), 0) as value
      from sku_cost c
      join cost_entry e on e.merchant = :merchant and e.sku = c.sku and e.happened_at <= :at::timestamptz
        and e.recorded_at <= :knownAt::timestamptz
      where c.merchant = :merchant
      group by c.currency
      """;

  private static final String SALES =
      """
      select c.sku, c.currency,
        coalesce(-sum(e.units) filter (
          where e.reason in ('SHIPPED', 'RETURNED') and e.happened_at >= :from::timestamptz), 0) as units,
        coalesce(sum(e.sales) filter (where e.happened_at >= :from::timestamptz), 0) as cost,
        coalesce(sum(e.value) filter (where e.happened_at < :from::timestamptz), 0) as opening,
        coalesce(sum(e.value), 0) as closing
      from (
        select p.sku, p.currency from sku_cost p
        where p.merchant = :merchant and p.sku > :after
        order by p.sku
        limit :limit) c
      left join cost_entry e on e.merchant = :merchant and e.sku = c.sku and e.happened_at < :to::timestamptz
      group by c.sku, c.currency
      order by c.sku
      """;

  private static final String UNTOLD =
      """
      select e.id, e.sku, e.units, e.value, c.currency, e.document, e.happened_at
      from cost_entry e
      join sku_cost c on c.merchant = :merchant and c.sku = e.sku
      where e.merchant = :merchant and not e.known and (:sku::text is null or e.sku = :sku) and not exists (
        select 1 from cost_entry t where t.merchant = :merchant and t.sku = e.sku and t.costs = e.id)
      order by e.sku, e.id
      limit :limit
      """;

  public List<SkuValue> values(Tx tx, @Nullable AsOf asOf, @Nullable String after, int limit) {
    StatementSpec statement =
        tx.sql(asOf == null ? NOW : THEN).param("after", after == null ? "" : after).param("limit", limit);
    if (asOf != null) {
      statement = statement.param("at", asOf.at().toString()).param("knownAt", asOf.knownAt().toString());
    }
    return statement.query((ResultSet row, int number) -> value(row)).list();
  }

  public Map<String, Long> total(Tx tx, @Nullable AsOf asOf) {
    StatementSpec statement = tx.sql(asOf == null ? TOTAL_NOW : TOTAL_THEN);
    if (asOf != null) {
      statement = statement.param("at", asOf.at().toString()).param("knownAt", asOf.knownAt().toString());
    }
    Map<String, Long> total = new TreeMap<>();
    statement.query(
        (ResultSet row) -> {
          total.put(row.getString("currency"), row.getLong("value"));
        });
    return total;
  }

  public List<SkuSales> sales(Tx tx, Instant from, Instant to, @Nullable String after, int limit) {
    return tx.sql(SALES)
        .param("from", from.toString())
        .param("to", to.toString())
        .param("after", after == null ? "" : after)
        .param("limit", limit)
        .query(
            (ResultSet row, int number) ->
                new SkuSales(
                    row.getString("sku"), row.getString("currency"), row.getLong("units"), row.getLong("cost"),
                    row.getLong("opening"), row.getLong("closing")))
        .list();
  }

  public List<UntoldCost> untold(Tx tx, @Nullable String sku, int limit) {
    return tx.sql(UNTOLD)
        .param("sku", sku)
        .param("limit", limit)
        .query(
            (ResultSet row, int number) ->
                new UntoldCost(
                    row.getObject("id", UUID.class), row.getString("sku"), row.getLong("units"), row.getLong("value"),
                    row.getString("currency"), row.getString("document"),
                    row.getObject("happened_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static SkuValue value(ResultSet row) throws SQLException {
    return new SkuValue(
        row.getString("sku"), CostMethod.valueOf(row.getString("method")), row.getString("currency"),
        row.getLong("units"), row.getLong("value"));
  }
}
