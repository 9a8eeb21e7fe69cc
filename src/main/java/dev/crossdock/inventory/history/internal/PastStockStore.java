package dev.crossdock.inventory.history.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock.Change;
import dev.crossdock.inventory.history.PastStock.Level;
import dev.crossdock.inventory.history.PastStock.Pace;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the ledger for whoever replays orders. */
public final class PastStockStore {

  private static final String AVAILABLE =
      """
      select g.sku, g.location, sum(g.on_hand_delta - g.reserved_delta - g.unavailable_delta) as available
      from stock_ledger g
      where g.merchant = :merchant and g.sku = any(:skus::text[])
        and g.happened_at <= :at::timestamptz and g.recorded_at <= :at::timestamptz
      group by g.sku, g.location
      order by g.sku, g.location
      """;

  /** Promises and what leaves for them belong to orders; a correction found by shipping only follows one. */
  private static final String CHANGES =
      """
      select g.sku, g.location, g.recorded_at, g.on_hand_delta - g.unavailable_delta as units
      from stock_ledger g
      where g.merchant = :merchant and g.sku = any(:skus::text[])
        and g.recorded_at > :after::timestamptz and g.recorded_at <= :until::timestamptz
        and g.reason not in ('RESERVED', 'RELEASED', 'MOVED', 'SHIPPED', 'FOUND_BY_SHIPPING')
        and g.on_hand_delta <> g.unavailable_delta
      order by g.recorded_at, g.id
      limit :limit
      """;

  private static final String PACES =
      """
      with seen as (
        select g.sku, g.location, g.id, g.on_hand_delta, g.reason, g.happened_at, g.recorded_at
        from stock_ledger g
        where g.merchant = :merchant and g.sku = any(:skus::text[]) and g.recorded_at <= :at::timestamptz
      ), lying as (
        select s.sku, s.location, sum(s.on_hand_delta) as on_hand,
          coalesce(-sum(s.on_hand_delta) filter (where s.reason in ('SHIPPED', 'FOUND_BY_SHIPPING')
            and s.recorded_at >= :since::timestamptz and s.happened_at >= :since::timestamptz), 0) as shipped
        from seen s
        group by s.sku, s.location
      ), came as (
        select s.sku, s.location, s.happened_at,
          sum(s.on_hand_delta) over (partition by s.sku, s.location order by s.id desc) - s.on_hand_delta as later
        from seen s
        where s.on_hand_delta > 0 and s.reason <> 'RELABELLED'
      )
      select l.sku, l.location, l.shipped, min(c.happened_at) as oldest
      from lying l
      left join came c on c.sku = l.sku and c.location = l.location and c.later < l.on_hand
      group by l.sku, l.location, l.shipped
      """;

  public List<Pace> paces(Tx tx, Set<String> skus, Instant at, int days) {
    return tx.sql(PACES)
        .params(skus(skus))
        .param("at", at.toString())
        .param("since", at.minus(Duration.ofDays(days)).toString())
        .query(
            (row, n) -> {
              Timestamp oldest = row.getTimestamp("oldest");
              return new Pace(
                  new StockKey(row.getString("sku"), row.getString("location")),
                  (double) row.getLong("shipped") / days,
                  oldest == null ? null : oldest.toInstant());
            })
        .list();
  }

  public List<Level> available(Tx tx, Set<String> skus, Instant at) {
    return tx.sql(AVAILABLE)
        .params(skus(skus))
        .param("at", at.toString())
        .query(
            (row, n) ->
                new Level(
                    new StockKey(row.getString("sku"), row.getString("location")),
                    Math.toIntExact(row.getLong("available"))))
        .list();
  }

  public List<Change> changes(Tx tx, Set<String> skus, Instant after, Instant until, int limit) {
    return tx.sql(CHANGES)
        .params(skus(skus))
        .param("after", after.toString())
        .param("until", until.toString())
        .param("limit", limit)
        .query(
            (row, n) -> {
              Timestamp learned = row.getTimestamp("recorded_at");
              return new Change(
                  learned.toInstant(),
                  new StockKey(row.getString("sku"), row.getString("location")),
                  Math.toIntExact(row.getLong("units")));
            })
        .list();
  }

  private static Map<String, Object> skus(Set<String> skus) {
    return Columns.of(skus).text("skus", sku -> sku).params();
  }
}
