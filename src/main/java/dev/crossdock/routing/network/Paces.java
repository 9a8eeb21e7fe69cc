package dev.crossdock.routing.network;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.Movement;
import dev.crossdock.inventory.history.StockHistory;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.network.internal.PaceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How fast SKUs sell and how old their stock is, reckoned from the ledger now and then. */
public final class Paces {

  /** Days over which sales are averaged. */
  public static final int DAYS = 28;

  private static final int LEVELS_AT_ONCE = 500;

  private final StockHistory history;
  private final PaceStore store = new PaceStore();

  public Paces(StockHistory history) {
    this.history = history;
  }

  /**
   * Reckons some levels anew, from behind this one.
   *
   * @return the last of them, to go on from; empty when these were the last
   */
  public Optional<StockKey> refresh(Tx tx, StockKey after) {
    Instant since = tx.now().minus(Duration.ofDays(DAYS));
    List<Movement> levels = history.movements(tx, after, since, LEVELS_AT_ONCE);
    store.put(
        tx,
        levels.stream()
            .map(level -> new PaceStore.Row(level.key(), (double) level.shipped() / DAYS, level.oldest()))
            .toList());
    return levels.size() < LEVELS_AT_ONCE ? Optional.empty() : Optional.of(levels.getLast().key());
  }

  /** Of these SKUs, as reckoned last. */
  Map<StockKey, Pace> of(Tx tx, Set<String> skus) {
    Map<StockKey, Pace> paces = new HashMap<>();
    store.read(tx, skus).forEach(row -> paces.put(row.key(), new Pace(row.soldPerDay(), row.oldest())));
    return paces;
  }
}
