package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.lots.LotAt;
import dev.crossdock.inventory.lots.LotTrace;
import dev.crossdock.inventory.lots.LotTrace.LotMoved;
import dev.crossdock.inventory.lots.LotTrace.Taken;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that look for lots. */
public final class TraceStore {

  private static final String PLACES =
      """
      select l.lot, m.expires_on, l.location, l.on_hand, l.damaged, l.quality_control, l.expired
      from stock_lot_level l
      join stock_lot m on m.merchant = :merchant and m.sku = l.sku and m.lot = l.lot
      where l.merchant = :merchant and l.sku = :sku and (:lot::text is null or l.lot = :lot)
        and (l.on_hand > 0 or l.damaged + l.quality_control + l.expired > 0)
      order by m.expires_on nulls last, m.first_at, l.lot, l.location
      """;

  private static final String HEAD =
      "select m.expires_on, m.single from stock_lot m where m.merchant = :merchant and m.sku = :sku and m.lot = :lot";

  private static final String TRANSIT =
      """
      select t.transfer::text as document, t.units
      from stock_lot_transit t
      where t.merchant = :merchant and t.sku = :sku and t.lot = :lot
      order by t.transfer
      """;

  private static final String SHIPPED =
      """
      select g.document, -sum(x.on_hand_delta) as units
      from stock_ledger_lot x
      join stock_ledger g on g.merchant = :merchant and g.sku = x.sku and g.location = x.location and g.id = x.ledger
      where x.merchant = :merchant and x.sku = :sku and x.lot = :lot and g.reason = 'SHIPPED'
      group by g.document
      order by min(g.happened_at), g.document
      """;

  private static final String MOVES =
      """
      select g.id, g.location, x.on_hand_delta, x.unavailable_delta, g.reason, g.document, g.actor, g.happened_at
      from stock_ledger_lot x
      join stock_ledger g on g.merchant = :merchant and g.sku = x.sku and g.location = x.location and g.id = x.ledger
      where x.merchant = :merchant and x.sku = :sku and x.lot = :lot and x.ledger < :before::uuid
      order by x.ledger desc
      limit :limit
      """;

  /** Where lots of a SKU lie: all of them, or one. */
  public List<LotAt> places(Tx tx, String sku, @Nullable String lot) {
    return tx.sql(PLACES)
        .param("sku", sku)
        .param("lot", lot)
        .query(
            (ResultSet row, int number) ->
                new LotAt(
                    row.getString("lot"), row.getObject("expires_on", LocalDate.class), row.getString("location"),
                    row.getInt("on_hand"), row.getInt("damaged"), row.getInt("quality_control"),
                    row.getInt("expired")))
        .list();
  }

  public Optional<LotTrace> trace(Tx tx, String sku, String lot, @Nullable UUID after, int limit) {
    record Head(@Nullable LocalDate expiresOn, boolean serial) {}
    Optional<Head> head =
        tx.sql(HEAD)
            .param("sku", sku)
            .param("lot", lot)
            .query((row, number) -> new Head(row.getObject("expires_on", LocalDate.class), row.getBoolean("single")))
            .optional();
    return head.map(
        known ->
            new LotTrace(
                sku, lot, known.expiresOn(), known.serial(), places(tx, sku, lot), taken(tx, TRANSIT, sku, lot),
                taken(tx, SHIPPED, sku, lot), moves(tx, sku, lot, after, limit)));
  }

  private static List<Taken> taken(Tx tx, String sql, String sku, String lot) {
    return tx.sql(sql)
        .param("sku", sku)
        .param("lot", lot)
        .query((row, number) -> new Taken(row.getString("document"), row.getLong("units")))
        .list();
  }

  private static List<LotMoved> moves(Tx tx, String sku, String lot, @Nullable UUID after, int limit) {
    return tx.sql(MOVES)
        .param("sku", sku)
        .param("lot", lot)
        .param("before", (after == null ? new UUID(-1, -1) : after).toString())
        .param("limit", limit)
        .query((row, number) -> moved(row))
        .list();
  }

  private static LotMoved moved(ResultSet row) throws SQLException {
    return new LotMoved(
        row.getObject("id", UUID.class),
        row.getString("location"),
        row.getInt("on_hand_delta"),
        row.getInt("unavailable_delta"),
        StockReason.valueOf(row.getString("reason")),
        row.getString("document"),
        row.getString("actor"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant());
  }
}
