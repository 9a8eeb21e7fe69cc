package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Violation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares lots with levels, with what is unavailable, and with the ledger, in the snapshot it is given. */
public final class LotCheckStore {

  /** A level without lots has none, and one with lots is their sum. */
  private static final String LEVELS =
      """
      with lots as (
        select l.sku, l.location, sum(l.on_hand) as on_hand, sum(l.damaged) as damaged,
          sum(l.quality_control) as quality_control, sum(l.expired) as expired,
          bool_or(l.single and l.on_hand > 1) as doubled
        from stock_lot_level l
        where l.merchant = :merchant
        group by l.sku, l.location
      ), level as (
        select v.sku, v.location, v.on_hand, v.tracking, v.shelf_days
        from stock_level v
        where v.merchant = :merchant and (v.tracking <> 'NONE' or v.shelf_days > 0)
      ), blocked as (
        select u.sku, u.location,
          coalesce(sum(u.units) filter (where u.reason = 'DAMAGED'), 0) as damaged,
          coalesce(sum(u.units) filter (where u.reason = 'QUALITY_CONTROL'), 0) as quality_control,
          coalesce(sum(u.units) filter (where u.reason = 'EXPIRED'), 0) as expired
        from stock_unavailable u
        join level v on v.sku = u.sku and v.location = u.location
        where u.merchant = :merchant
        group by u.sku, u.location
      ), setting as (
        select s.sku, s.tracking, s.shelf_days from sku_setting s where s.merchant = :merchant
      )
      select sku, location, coalesce(v.on_hand, 0) as on_hand, coalesce(l.on_hand, 0) as in_lots,
        coalesce(b.damaged, 0) + coalesce(b.quality_control, 0) + coalesce(b.expired, 0) as blocked,
        coalesce(l.damaged, 0) + coalesce(l.quality_control, 0) + coalesce(l.expired, 0) as blocked_in_lots,
        coalesce(v.tracking, 'NONE') as tracking, coalesce(s.tracking, 'NONE') as setting,
        coalesce(l.doubled, false) as doubled
      from level v
      full join lots l using (sku, location)
      full join blocked b using (sku, location)
      left join setting s using (sku)
      where coalesce(v.on_hand, 0) <> coalesce(l.on_hand, 0) or coalesce(b.damaged, 0) <> coalesce(l.damaged, 0)
        or coalesce(b.quality_control, 0) <> coalesce(l.quality_control, 0)
        or coalesce(b.expired, 0) <> coalesce(l.expired, 0) or coalesce(l.doubled, false)
        or coalesce(v.tracking, 'NONE') <> coalesce(s.tracking, 'NONE')
        or coalesce(v.shelf_days, 0) <> coalesce(s.shelf_days, 0)
      order by sku, location
      limit :limit
      """;

  private static final String UNSET =
      """
      select v.sku, v.location, s.tracking
      from sku_setting s
      join stock_level v on v.merchant = :merchant and v.sku = s.sku and v.tracking <> s.tracking
      where s.merchant = :merchant
      limit :limit
      """;

  private static final String TOLD =
      """
      with told as (
        select x.sku, x.location, x.lot, sum(x.on_hand_delta) as on_hand, sum(x.unavailable_delta) as unavailable
        from stock_ledger_lot x
        where x.merchant = :merchant
        group by x.sku, x.location, x.lot
      ), lots as (
        select l.sku, l.location, l.lot, l.on_hand, l.damaged + l.quality_control + l.expired as unavailable
        from stock_lot_level l
        where l.merchant = :merchant
      )
      select sku, location, lot, coalesce(l.on_hand, 0) as on_hand, coalesce(t.on_hand, 0) as told
      from lots l
      full join told t using (sku, location, lot)
      where coalesce(l.on_hand, 0) <> coalesce(t.on_hand, 0)
        or coalesce(l.unavailable, 0) <> coalesce(t.unavailable, 0)
      order by sku, location, lot
      limit :limit
      """;

  /** Each row of the ledger that names lots names all of its units. */
  private static final String ROWS =
      """
      with told as (
        select x.sku, x.location, x.ledger, sum(x.on_hand_delta) as on_hand, sum(x.unavailable_delta) as unavailable
        from stock_ledger_lot x
        where x.merchant = :merchant
        group by x.sku, x.location, x.ledger
      )
      select t.sku, t.location, coalesce(g.on_hand_delta, 0) as on_hand, t.on_hand as told
      from told t
      left join stock_ledger g on g.merchant = :merchant and g.sku = t.sku and g.location = t.location
        and g.id = t.ledger
      where t.on_hand <> coalesce(g.on_hand_delta, 0) or t.unavailable <> coalesce(g.unavailable_delta, 0)
      order by t.sku, t.location
      limit :limit
      """;

  private static final String TRANSIT =
      """
      select t.sku, t.transfer
      from stock_lot_transit t
      left join stock_transfer f on f.merchant = :merchant and f.id = t.transfer and f.state = 'SHIPPED'
      where t.merchant = :merchant and f.id is null
      limit :limit
      """;

  public List<Violation> violations(Tx tx, int limit) {
    List<Violation> violations = new ArrayList<>();
    tx.sql(LEVELS).param("limit", limit).query((ResultSet row) -> level(row, violations));
    tx.sql(UNSET).param("limit", limit).query((ResultSet row) -> unset(row, violations));
    tx.sql(TOLD).param("limit", limit).query((ResultSet row) -> told(row, violations));
    tx.sql(ROWS).param("limit", limit).query((ResultSet row) -> moved(row, violations));
    tx.sql(TRANSIT).param("limit", limit).query((ResultSet row) -> transit(row, violations));
    return violations.subList(0, Math.min(limit, violations.size()));
  }

  private static void level(ResultSet row, List<Violation> violations) throws SQLException {
    String sums =
        "on hand %d, blocked %d, tracked by %s; in lots %d, blocked %d, set to %s"
            .formatted(
                row.getLong("on_hand"), row.getLong("blocked"), row.getString("tracking"), row.getLong("in_lots"),
                row.getLong("blocked_in_lots"), row.getString("setting"));
    violations.add(violation(row.getBoolean("doubled") ? "stock.serials" : "stock.lots", row, sums));
  }

  private static void unset(ResultSet row, List<Violation> violations) throws SQLException {
    violations.add(violation("stock.tracking", row, "the SKU is set to " + row.getString("tracking")));
  }

  private static void told(ResultSet row, List<Violation> violations) throws SQLException {
    String sums = "%d units of a lot lie there or are blocked, its ledger says %d";
    violations.add(
        violation("stock.lot-ledger", row, sums.formatted(row.getLong("on_hand"), row.getLong("told"))));
  }

  private static void moved(ResultSet row, List<Violation> violations) throws SQLException {
    String sums = "a row of the ledger moved %d units, its lots say %d";
    violations.add(violation("stock.lot-rows", row, sums.formatted(row.getLong("on_hand"), row.getLong("told"))));
  }

  private static void transit(ResultSet row, List<Violation> violations) throws SQLException {
    String sentence = "lots of " + row.getString("sku") + " are on their way with a transfer that is not";
    violations.add(new Violation("stock.lot-transit", "transfer:" + row.getString("transfer"), sentence));
  }

  private static Violation violation(String invariant, ResultSet row, String sentence) throws SQLException {
    StockKey key = new StockKey(row.getString("sku"), row.getString("location"));
    return new Violation(invariant, "stock:" + key, sentence);
  }
}
