package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.internal.HistoryStore;
import dev.crossdock.inventory.history.internal.MovementStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads stock as it is, as it was, and how it came about. Never locks. */
public final class StockHistory {

  /** The longest page of the ledger. */
  public static final int PAGE_MAX = 500;

  private final HistoryStore store = new HistoryStore();
  private final MovementStore movements = new MovementStore();

  /** A page of positions now. */
  public List<Position> now(Tx tx, PositionQuery query) {
    return store.now(tx, query);
  }

  /** The same page as it was: the sum of what had happened by then, as far as it was known by then. */
  public List<Position> then(Tx tx, PositionQuery query, AsOf asOf) {
    return store.then(tx, query, asOf);
  }

  /**
   * How levels moved, in the order of their keys from behind this one.
   *
   * @param since from when on shipments count
   */
  public List<Movement> movements(Tx tx, StockKey after, Instant since, int limit) {
    return movements.movements(tx, after, since, limit);
  }

  /** The ledger of one level, newest first, from before the cursor (the id of the last row seen) or from the end. */
  public List<LedgerEntry> ledger(Tx tx, StockKey key, @Nullable UUID before, int limit) {
    return store.ledger(tx, key, before, Math.clamp(limit, 1, PAGE_MAX));
  }
}
