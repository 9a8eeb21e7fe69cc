package dev.crossdock.inventory.skus;

/** What has to be known of each unit of a SKU. */
public enum Tracking {
  NONE,
  /** Which lot it belongs to. */
  LOT,
  /** Which lot it belongs to, and when that expires. */
  LOT_EXPIRY,
  /** Its serial number: a lot of one unit. */
  SERIAL;

  /** Whether units are told apart at all. */
  public boolean byLot() {
    return switch (this) {
      case NONE -> false;
      case LOT, LOT_EXPIRY, SERIAL -> true;
    };
  }
}
