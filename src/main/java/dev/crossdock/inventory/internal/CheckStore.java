package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.platform.journal.Violation;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Compares levels, ledger, reservations and what is unavailable in one snapshot: writers need not stop. */
public final class CheckStore {

  private static final String MISMATCHES =
      """
      with told as (
        select g.sku, g.location, sum(g.on_hand_delta) as on_hand, sum(g.reserved_delta) as reserved,
          sum(g.unavailable_delta) as unavailable
        from stock_ledger g
        where g.merchant = :merchant
        group by g.sku, g.location
      ), promised as (
        select r.sku, r.location, sum(r.units) as units
        from reservation r
        where r.merchant = :merchant
        group by r.sku, r.location
      ), blocked as (
        select u.sku, u.location, sum(u.units) as units
        from stock_unavailable u
        where u.merchant = :merchant
        group by u.sku, u.location
      ), level as (
        select l.sku, l.location, l.on_hand, l.reserved, l.unavailable, l.shortfall, l.binned
        from stock_level l
        where l.merchant = :merchant
      ), lying as (
        select b.sku, b.location, sum(b.units) as units
        from stock_bin b
        where b.merchant = :merchant
        group by b.sku, b.location
      ), compared as (
        select sku, location,
          coalesce(l.on_hand, 0) as on_hand, coalesce(l.reserved, 0) as reserved,
          coalesce(l.unavailable, 0) as unavailable, coalesce(l.shortfall, 0) as shortfall,
          coalesce(t.on_hand, 0) as told_on_hand, coalesce(t.reserved, 0) as told_reserved,
          coalesce(t.unavailable, 0) as told_unavailable,
          coalesce(p.units, 0) as promised, coalesce(b.units, 0) as blocked,
          coalesce(l.binned, 0) as binned, coalesce(y.units, 0) as in_bins
        from level l
        full join told t using (sku, location)
        full join promised p using (sku, location)
        full join blocked b using (sku, location)
        full join lying y using (sku, location)
      )
      select sku, location, on_hand, reserved, unavailable, shortfall, told_on_hand, told_reserved, told_unavailable,
        promised, blocked, binned, in_bins
      from compared
      where on_hand <> told_on_hand or reserved <> told_reserved or reserved <> promised
        or unavailable <> told_unavailable or unavailable <> blocked or binned <> in_bins or binned > on_hand
        or reserved + unavailable > on_hand + shortfall or least(on_hand, reserved, unavailable, shortfall) < 0
        or (shortfall <> 0 and shortfall <> reserved + unavailable - on_hand)
      order by sku, location
      limit :limit
      """;

  private static final String BY_REASON =
      """
      with told as (
        select g.sku, g.location, g.unavailable_reason as reason, sum(g.unavailable_delta) as told
        from stock_ledger g
        where g.merchant = :merchant and g.unavailable_delta <> 0
        group by g.sku, g.location, g.unavailable_reason
      ), blocked as (
        select u.sku, u.location, u.reason, u.units from stock_unavailable u where u.merchant = :merchant
      )
      select sku, location, reason, coalesce(b.units, 0) as units, coalesce(t.told, 0) as told
      from blocked b
      full join told t using (sku, location, reason)
      where coalesce(b.units, 0) <> coalesce(t.told, 0)
      order by sku, location, reason
      limit :limit
      """;

  private static final String INCOMING =
      """
      with told as (
        select l.sku, p.location, 'PURCHASE_ORDER' as kind, p.id as document, l.line,
          greatest(0, l.ordered - l.received - l.closed) as units
        from purchase_order p
        join purchase_order_line l on l.merchant = :merchant and l.purchase_order = p.id
        where p.merchant = :merchant and p.state = 'OPEN'
        union all
        select l.sku, t.to_location, 'TRANSFER', t.id, l.line, greatest(0, l.shipped - l.received - l.lost)
        from stock_transfer t
        join stock_transfer_line l on l.merchant = :merchant and l.transfer = t.id
        where t.merchant = :merchant and t.state = 'SHIPPED'
      ), coming as (
        select i.sku, i.location, i.kind, i.document, i.line, i.units
        from incoming i
        where i.merchant = :merchant and i.kind in ('PURCHASE_ORDER', 'TRANSFER')
      )
      select sku, location, kind, document, coalesce(c.units, 0) as units, coalesce(t.units, 0) as told
      from coming c
      full join told t using (sku, location, kind, document, line)
      where coalesce(c.units, 0) <> coalesce(t.units, 0)
      order by sku, location, document, line
      limit :limit
      """;

  private static final String LEDGER_ROWS = "select count(*) from stock_ledger g where g.merchant = :merchant";

  private static final String LEDGER = "the ledger";

  public long ledgerRows(Tx tx) {
    return tx.sql(LEDGER_ROWS).query(Long.class).single();
  }

  public List<Violation> violations(Tx tx, int limit) {
    List<Violation> violations = new ArrayList<>();
    tx.sql(MISMATCHES).param("limit", limit).query((ResultSet row) -> explain(row, violations));
    tx.sql(BY_REASON).param("limit", limit).query((ResultSet row) -> explainReason(row, violations));
    tx.sql(INCOMING).param("limit", limit).query((ResultSet row) -> explainIncoming(row, violations));
    return violations.subList(0, Math.min(limit, violations.size()));
  }

  private static void explain(ResultSet row, List<Violation> violations) throws SQLException {
    String subject = "stock:" + new StockKey(row.getString("sku"), row.getString("location"));
    long onHand = row.getLong("on_hand");
    long reserved = row.getLong("reserved");
    long unavailable = row.getLong("unavailable");
    long shortfall = row.getLong("shortfall");
    long told = row.getLong("told_unavailable");
    differ(violations, "stock.ledger-on-hand", subject, "on hand", onHand, LEDGER, row.getLong("told_on_hand"));
    differ(violations, "stock.ledger-reserved", subject, "reserved", reserved, LEDGER, row.getLong("told_reserved"));
    differ(violations, "stock.ledger-unavailable", subject, "unavailable", unavailable, LEDGER, told);
    long promised = row.getLong("promised");
    differ(violations, "stock.reservations", subject, "reserved", reserved, "the reservations", promised);
    differ(violations, "stock.unavailable", subject, "unavailable", unavailable, "its reasons", row.getLong("blocked"));
    differ(violations, "stock.bins", subject, "binned", row.getLong("binned"), "its bins", row.getLong("in_bins"));
    if (row.getLong("binned") > onHand) {
      violations.add(new Violation("stock.bins", subject, "more lies in bins than is on hand, " + onHand));
    }
    String state =
        "on hand %d, reserved %d, unavailable %d, short %d".formatted(onHand, reserved, unavailable, shortfall);
    if (reserved + unavailable > onHand + shortfall) {
      violations.add(new Violation("stock.oversold", subject, "more is promised or blocked than lies there: " + state));
    }
    if (LongStream.of(onHand, reserved, unavailable, shortfall).anyMatch(units -> units < 0)) {
      violations.add(new Violation("stock.negative", subject, "something is below zero: " + state));
    }
    if (shortfall != 0 && shortfall != reserved + unavailable - onHand) {
      violations.add(new Violation("stock.shortfall", subject, "the shortfall is not what it must be: " + state));
    }
  }

  private static void explainReason(ResultSet row, List<Violation> violations) throws SQLException {
    String subject = "stock:" + new StockKey(row.getString("sku"), row.getString("location"));
    String what = "unavailable for " + row.getString("reason");
    differ(violations, "stock.unavailable", subject, what, row.getLong("units"), LEDGER, row.getLong("told"));
  }

  private static void explainIncoming(ResultSet row, List<Violation> violations) throws SQLException {
    String subject = "stock:" + new StockKey(row.getString("sku"), row.getString("location"));
    String document = row.getString("kind") + " " + row.getString("document");
    String message = "incoming is %d, %s has %d on its way";
    violations.add(
        new Violation(
            "stock.incoming", subject, message.formatted(row.getLong("units"), document, row.getLong("told"))));
  }

  private static void differ(
      List<Violation> violations, String check, String subject, String what, long level, String other, long sum) {
    if (level != sum) {
      violations.add(
          new Violation(check, subject, "the level says %s is %d, %s says %d".formatted(what, level, other, sum)));
    }
  }
}
