package dev.crossdock.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units that lie there and are taken out of what may be promised, or given back to it.
 *
 * @param units above zero to block, below zero to free
 * @param document the paper behind it: up to 100 letters, digits and {@code -_./:#}
 */
public record Blocking(
    String sku,
    String location,
    UnavailableReason reason,
    long units,
    @Nullable String document,
    Instant happenedAt) {

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
