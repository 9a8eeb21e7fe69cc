package dev.crossdock.inventory.skus;

import dev.crossdock.inventory.internal.SkuStockStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one SKU over all its locations, each list in one statement. Levels are read through {@code Stock}. */
public final class SkuStock {

  /** The longest of these lists. */
  public static final int PAGE_MAX = 200;

  private final SkuStockStore store = new SkuStockStore();

  /**
   * One row of the ledger.
   *
   * @param reason why, by its constant's name in {@code StockReason}
   * @param document what it belongs to: an order's id, a delivery's number; null for none
   * @param actor kind and id of who did it
   */
  public record Movement(
      UUID id,
      String location,
      int onHandDelta,
      int reservedDelta,
      int unavailableDelta,
      String reason,
      @Nullable String document,
      String actor,
      Instant happenedAt) {}

  /**
   * Units that one line of a document holds at one location.
   *
   * @param document mostly an order's id
   */
  public record Holder(UUID document, int line, String location, int units, Instant since) {}

  /**
   * The movements over all locations, newest first.
   *
   * @param before the last of the page before; null for the latest
   */
  public List<Movement> movements(Tx tx, String sku, @Nullable UUID before, int limit) {
    return store.movements(tx, sku, before, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** SKUs that have a level, by what lies there. */
  public List<LevelQuery.Found> levels(Tx tx, LevelQuery query) {
    return store.levels(tx, query);
  }

  /** Who holds units, the latest promise first. */
  public List<Holder> holders(Tx tx, String sku, int limit) {
    return store.holders(tx, sku, Math.clamp(limit, 1, PAGE_MAX));
  }
}
