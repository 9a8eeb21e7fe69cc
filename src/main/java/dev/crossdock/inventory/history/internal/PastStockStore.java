package dev.crossdock.inventory.history.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock.Change;
import dev.crossdock.inventory.history.PastStock.Level;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.Timestamp;
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
