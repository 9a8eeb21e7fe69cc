package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;

/** One row of what is unavailable: a level and a reason. */
record BlockKey(StockKey key, UnavailableReason reason) {

  static BlockKey of(Blocking blocking) {
    return new BlockKey(blocking.key(), blocking.reason());
  }
}
