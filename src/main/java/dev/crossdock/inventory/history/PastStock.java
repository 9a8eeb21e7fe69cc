package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.internal.PastStockStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What could be promised at some instant, and what changed that since for another reason than an order. */
public final class PastStock {

  private final PastStockStore store = new PastStockStore();

  /** Units that could be promised at a level. */
  public record Level(StockKey key, int available) {}

  /**
   * Units that came or went, but for orders.
   *
   * @param learned when we knew it
   */
  public record Change(Instant learned, StockKey key, int units) {}

  /**
   * How a level moved until some instant.
   *
   * @param soldPerDay units shipped a day
   * @param oldest when the oldest of the units that lay there came, taken that the first to come are the first to go;
   *     null when nothing lay there
   */
  public record Pace(StockKey key, double soldPerDay, @Nullable Instant oldest) {}

  /** How levels of these SKUs moved, as far as it was known at an instant, over so many days before it. */
  public List<Pace> paces(Tx tx, Set<String> skus, Instant at, int days) {
    return store.paces(tx, skus, at, days);
  }

  /** Levels of these SKUs as they were by both clocks: what had happened by then, and was known by then. */
  public List<Level> available(Tx tx, Set<String> skus, Instant at) {
    return store.available(tx, skus, at);
  }

  /** Changes of these SKUs that became known after one instant and until another, in their order. */
  public List<Change> changes(Tx tx, Set<String> skus, Instant after, Instant until, int limit) {
    return store.changes(tx, skus, after, until, limit);
  }
}
