package dev.crossdock.inventory.costing;

import dev.crossdock.inventory.StockReason;

/** Why the value of stock changed. */
public enum CostReason {
  /** Valuing began. */
  OPENED,
  RECEIVED,
  SHIPPED,
  /** Came back from a buyer, at what units cost now. */
  RETURNED,
  /** More was there than was known. */
  FOUND,
  /** Less was there than was known, or it broke. */
  LOST,
  /** The cost of an arrival was told later. */
  REVALUED;

  /** What a change of stock means for its value. */
  public static CostReason of(StockReason reason, long units) {
    return switch (reason) {
      case RECEIVED -> RECEIVED;
      case RETURNED -> RETURNED;
      case SHIPPED -> SHIPPED;
      case RESERVED, RELEASED, MOVED, FOUND_BY_SHIPPING, COUNTED, DAMAGED, LOST, FOUND, CORRECTED, RELABELLED,
          TRANSFERRED_OUT, TRANSFERRED_IN, BLOCKED, FREED ->
          units > 0 ? FOUND : LOST;
    };
  }
}
