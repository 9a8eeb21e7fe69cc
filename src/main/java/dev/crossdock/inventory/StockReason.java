package dev.crossdock.inventory;

/** Why a level changed; stands on every ledger row. */
public enum StockReason {
  RESERVED,
  RELEASED,
  MOVED,
  SHIPPED,
  /** More was shipped than the last count knew of: the count was wrong by this much. */
  FOUND_BY_SHIPPING,
  COUNTED,
  RECEIVED,
  RETURNED,
  DAMAGED,
  LOST,
  FOUND,
  CORRECTED;

  /** Whether an adjustment from outside may carry it; the others belong to operations of their own. */
  public boolean ofAdjustment() {
    return switch (this) {
      case RECEIVED, RETURNED, DAMAGED, LOST, FOUND, CORRECTED -> true;
      case RESERVED, RELEASED, MOVED, SHIPPED, FOUND_BY_SHIPPING, COUNTED -> false;
    };
  }
}
