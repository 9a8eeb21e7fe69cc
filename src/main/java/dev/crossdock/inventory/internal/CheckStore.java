package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Compares levels, ledger and reservations. One statement is one snapshot, so writers need not stop. */
public final class CheckStore {

  private static final String MISMATCHES =
      """
      with told as (
        select g.sku, g.location, sum(g.on_hand_delta) as on_hand, sum(g.reserved_delta) as reserved
        from stock_ledger g
        where g.merchant = :merchant
        group by g.sku, g.location
      ), promised as (
        select r.sku, r.location, sum(r.units) as units
        from reservation r
        where r.merchant = :merchant
        group by r.sku, r.location
      ), level as (
        select l.sku, l.location, l.on_hand, l.reserved, l.shortfall from stock_level l where l.merchant = :merchant
      ), compared as (
        select sku, location,
          coalesce(l.on_hand, 0) as on_hand, coalesce(l.reserved, 0) as reserved, coalesce(l.shortfall, 0) as shortfall,
          coalesce(t.on_hand, 0) as told_on_hand, coalesce(t.reserved, 0) as told_reserved,
          coalesce(p.units, 0) as promised
        from level l
        full join told t using (sku, location)
        full join promised p using (sku, location)
      )
      select sku, location, on_hand, reserved, shortfall, told_on_hand, told_reserved, promised
      from compared
      where on_hand <> told_on_hand or reserved <> told_reserved or reserved <> promised
        or reserved > on_hand + shortfall or least(on_hand, reserved, shortfall) < 0
        or (shortfall <> 0 and shortfall <> reserved - on_hand)
      order by sku, location
      limit :limit
      """;

  public List<Violation> violations(Tx tx, int limit) {
    List<Violation> violations = new ArrayList<>();
    tx.sql(MISMATCHES).param("limit", limit).query((ResultSet row) -> explain(row, violations));
    return violations.subList(0, Math.min(limit, violations.size()));
  }

  private static void explain(ResultSet row, List<Violation> violations) throws SQLException {
    String subject = "stock:" + new StockKey(row.getString("sku"), row.getString("location"));
    long onHand = row.getLong("on_hand");
    long reserved = row.getLong("reserved");
    long shortfall = row.getLong("shortfall");
    differ(violations, "stock.ledger-on-hand", subject, "on hand", onHand, "the ledger", row.getLong("told_on_hand"));
    differ(violations, "stock.ledger-reserved", subject, "reserved", reserved, "the ledger", row.getLong("told_reserved"));
    differ(violations, "stock.reservations", subject, "reserved", reserved, "the reservations", row.getLong("promised"));
    String state = "on hand %d, reserved %d, short %d".formatted(onHand, reserved, shortfall);
    if (reserved > onHand + shortfall) {
      violations.add(new Violation("stock.oversold", subject, "more is promised than lies there: " + state));
    }
    if (Math.min(onHand, Math.min(reserved, shortfall)) < 0) {
      violations.add(new Violation("stock.negative", subject, "something is below zero: " + state));
    }
    if (shortfall != 0 && shortfall != reserved - onHand) {
      violations.add(new Violation("stock.shortfall", subject, "the shortfall is not what it must be: " + state));
    }
  }

  private static void differ(
      List<Violation> violations, String check, String subject, String what, long level, String other, long sum) {
    if (level != sum) {
      violations.add(
          new Violation(check, subject, "the level says %s is %d, %s says %d".formatted(what, level, other, sum)));
    }
  }
}
