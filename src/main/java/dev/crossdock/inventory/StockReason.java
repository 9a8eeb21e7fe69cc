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
  CORRECTED,
  /** The same units under other lots: they go and come at once. */
  RELABELLED,
  /** Left for another location of ours. */
  TRANSFERRED_OUT,
  /** Came from another location of ours. */
  TRANSFERRED_IN,
  /** Lies there and may not be promised. */
  BLOCKED,
  /** May be promised again. */
  FREED;

  /** Whether a document of inventory may carry it. */
  public boolean ofDocument() {
    return ofAdjustment() || this == TRANSFERRED_IN || this == COUNTED || this == RELABELLED;
  }

  /** Whether an adjustment from outside may carry it; the others belong to operations of their own. */
  public boolean ofAdjustment() {
    return switch (this) {
      case RECEIVED, RETURNED, DAMAGED, LOST, FOUND, CORRECTED -> true;
      case RESERVED, RELEASED, MOVED, SHIPPED, FOUND_BY_SHIPPING, COUNTED, RELABELLED, TRANSFERRED_OUT, TRANSFERRED_IN,
          BLOCKED, FREED ->
          false;
    };
  }
}
