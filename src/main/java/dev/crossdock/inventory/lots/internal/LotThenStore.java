package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which lots lay at levels at an instant. Whoever reads here has locked the levels. */
public final class LotThenStore {

  /** What lies there now, less what the ledger says of later: so only the latest of a long ledger are added up. */
  private static final String THEN =
      """
      with later as (
        select x.sku, x.location, x.lot, sum(x.on_hand_delta) as units
        from unnest(:skus::text[], :locations::text[]) as k(sku, location)
        join stock_ledger g on g.merchant = :merchant and g.sku = k.sku and g.location = k.location
          and g.happened_at > :at::timestamptz
        join stock_ledger_lot x on x.merchant = :merchant and x.sku = g.sku and x.location = g.location
          and x.ledger = g.id
        group by x.sku, x.location, x.lot
      ), lying as (
        select l.sku, l.location, l.lot, l.on_hand as units
        from unnest(:skus::text[], :locations::text[]) as k(sku, location)
        join stock_lot_level l on l.merchant = :merchant and l.sku = k.sku and l.location = k.location
          and l.on_hand > 0
      )
      select n.sku, n.location, n.lot, m.expires_on, n.units
      from (
        select sku, location, lot, coalesce(lying.units, 0) - coalesce(later.units, 0) as units
        from lying
        full join later using (sku, location, lot)) n
      left join stock_lot m on m.merchant = :merchant and m.sku = n.sku and m.lot = n.lot
      where n.units <> 0
      order by n.sku, n.location, m.expires_on nulls last, n.lot
      """;

  /** The lots of each level then, what expires first first. */
  public Map<StockKey, List<LotUnits>> then(Tx tx, Collection<StockKey> keys, Instant at) {
    Map<StockKey, List<LotUnits>> lots = new HashMap<>();
    if (keys.isEmpty()) {
      return lots;
    }
    Columns<StockKey> columns =
        Columns.of(keys).text("skus", StockKey::sku).text("locations", StockKey::location);
    tx.sql(THEN)
        .params(columns.params())
        .param("at", at.toString())
        .query(
            (ResultSet row) -> {
              StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
              LocalDate expiresOn = row.getObject("expires_on", LocalDate.class);
              lots.computeIfAbsent(key, first -> new ArrayList<>())
                  .add(new LotUnits(row.getString("lot"), expiresOn, row.getLong("units")));
            });
    return lots;
  }
}
