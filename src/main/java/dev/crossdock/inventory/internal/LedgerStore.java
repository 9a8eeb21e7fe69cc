package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.LedgerEntry;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger's rows: only ever inserted, and read in pages from the latest back. */
public final class LedgerStore {

  private static final String APPEND =
      """
      insert into stock_ledger (merchant, sku, location, id, on_hand_delta, reserved_delta, reason, document,
        actor, correlation, happened_at, recorded_at)
      select :merchant, n.sku, n.location, n.id, n.on_hand_delta, n.reserved_delta, n.reason, n.document,
        :actor, :correlation::uuid, n.happened_at, :now::timestamptz
      from unnest(:skus::text[], :locations::text[], :ids::uuid[], :onHandDeltas::int[], :reservedDeltas::int[],
        :reasons::text[], :documents::text[], :happenedAt::timestamptz[])
        as n(sku, location, id, on_hand_delta, reserved_delta, reason, document, happened_at)
      """;

  private static final String PAGE =
      """
      select g.id, g.sku, g.location, g.on_hand_delta, g.reserved_delta, g.reason, g.document, g.actor, g.correlation,
        g.happened_at, g.recorded_at
      from stock_ledger g
      where g.merchant = :merchant and g.sku = :sku and g.location = :location and g.id < :before::uuid
      order by g.id desc
      limit :limit
      """;

  private static final UUID LAST = new UUID(-1, -1);

  private final Ids ids;

  public LedgerStore(Ids ids) {
    this.ids = ids;
  }

  void append(Tx tx, List<LedgerLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    Columns<LedgerLine> columns =
        Columns.of(lines)
            .text("skus", line -> line.key().sku())
            .text("locations", line -> line.key().location())
            .text("ids", line -> ids.next())
            .ints("onHandDeltas", LedgerLine::onHandDelta)
            .ints("reservedDeltas", LedgerLine::reservedDelta)
            .text("reasons", LedgerLine::reason)
            .text("documents", LedgerLine::document)
            .text("happenedAt", LedgerLine::happenedAt);
    tx.sql(APPEND)
        .params(columns.params())
        .param("actor", actor(tx))
        .param("correlation", tx.cause().correlation().toString())
        .param("now", tx.now().toString())
        .update();
  }

  /** The rows of one level before the cursor, or the latest, newest first. */
  public List<LedgerEntry> page(Tx tx, StockKey key, @Nullable UUID before, int limit) {
    return tx.sql(PAGE)
        .param("sku", key.sku())
        .param("location", key.location())
        .param("before", (before == null ? LAST : before).toString())
        .param("limit", limit)
        .query(LedgerStore::row)
        .list();
  }

  static String actor(Tx tx) {
    Actor actor = tx.cause().actor();
    return actor.kind() + " " + actor.id();
  }

  private static LedgerEntry row(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(
        row.getObject("id", UUID.class),
        new StockKey(row.getString("sku"), row.getString("location")),
        row.getInt("on_hand_delta"),
        row.getInt("reserved_delta"),
        StockReason.valueOf(row.getString("reason")),
        row.getString("document"),
        row.getString("actor"),
        row.getObject("correlation", UUID.class),
        instant(row, "happened_at"),
        instant(row, "recorded_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
