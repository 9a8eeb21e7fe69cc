package dev.crossdock.inventory;

/** Why units that lie there may not be promised. */
public enum UnavailableReason {
  DAMAGED,
  QUALITY_CONTROL,
  /** Being counted: only the units of the bin that somebody stands at. */
  IN_COUNT,
  EXPIRED;

  /** Whether people may block and free units for it by hand; the others belong to documents of their own. */
  public boolean byHand() {
    return switch (this) {
      case DAMAGED, QUALITY_CONTROL -> true;
      case IN_COUNT, EXPIRED -> false;
    };
  }
}
