package dev.crossdock.inventory.history;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;
import java.util.Map;

/**
 * What lies at a level at some instant.
 *
 * @param unavailable by reason, in the order of the reasons; reasons without units are absent
 */
public record Position(StockKey key, long onHand, long reserved, Map<UnavailableReason, Long> unavailable) {

  /** Unavailable over all reasons. */
  public long unavailableUnits() {
    return unavailable.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Units that could be promised; never below zero. */
  public long available() {
    return Math.max(0, onHand - reserved - unavailableUnits());
  }
}
