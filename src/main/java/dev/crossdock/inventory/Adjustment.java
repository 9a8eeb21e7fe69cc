package dev.crossdock.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units that came or went.
 *
 * @param delta above zero for what came
 * @param reason one of an adjustment's ({@link StockReason#ofAdjustment})
 * @param document the paper behind it, such as a purchase order's number: up to 100 letters, digits and {@code -_./:#}
 */
public record Adjustment(
    String sku, String location, long delta, StockReason reason, @Nullable String document, Instant happenedAt) {

  /** Units that arrived. */
  public static Adjustment received(
      String sku, String location, long units, @Nullable String document, Instant happenedAt) {
    return new Adjustment(sku, location, units, StockReason.RECEIVED, document, happenedAt);
  }

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
