package dev.crossdock.inventory.history.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.Movement;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Reads how levels moved from the end of their ledgers. */
public final class MovementStore {

  /** Arrivals looked at, the latest first; a level with more has older stock than it can tell. */
  private static final int ARRIVALS_MAX = 500;

  private static final String MOVEMENTS =
      """
      with page as materialized (
        select l.sku, l.location, l.on_hand
        from stock_level l
        where l.merchant = :merchant and (l.sku, l.location) > (:afterSku, :afterLocation)
        order by l.sku, l.location
        limit :limit
      )
      select p.sku, p.location, s.shipped, o.oldest
      from page p
      left join lateral (
        select -sum(g.on_hand_delta) as shipped
        from stock_ledger g
        where g.merchant = :merchant and g.sku = p.sku and g.location = p.location
          and g.recorded_at >= :since::timestamptz and g.happened_at >= :since::timestamptz
          and g.reason in ('SHIPPED', 'FOUND_BY_SHIPPING')
      ) s on true
      left join lateral (
        select min(a.happened_at) as oldest
        from (
          select n.happened_at, sum(n.on_hand_delta) over (order by n.id desc) - n.on_hand_delta as later
          from (
            select g.id, g.happened_at, g.on_hand_delta
            from stock_ledger g
            where g.merchant = :merchant and g.sku = p.sku and g.location = p.location and g.on_hand_delta > 0
              and g.reason <> 'RELABELLED'
            order by g.id desc
            limit :arrivals
          ) n
        ) a
        where a.later < p.on_hand
      ) o on true
      order by p.sku, p.location
      """;

  public List<Movement> movements(Tx tx, StockKey after, Instant since, int limit) {
    return tx.sql(MOVEMENTS)
        .param("afterSku", after.sku())
        .param("afterLocation", after.location())
        .param("since", since.toString())
        .param("limit", limit)
        .param("arrivals", ARRIVALS_MAX)
        .query(
            (ResultSet row, int number) -> {
              StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
              Timestamp oldest = row.getTimestamp("oldest");
              return new Movement(key, row.getLong("shipped"), oldest == null ? null : oldest.toInstant());
            })
        .list();
  }
}
