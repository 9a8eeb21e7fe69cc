package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.UnavailableReason;

/** What of a level belongs to a lot. */
public record LotRow(LotKey key, boolean serial, int onHand, int damaged, int qualityControl, int expired) {

  static LotRow none(LotKey key, boolean serial) {
    return new LotRow(key, serial, 0, 0, 0, 0);
  }

  /** Units that may be promised. */
  int free() {
    return Math.max(0, onHand - damaged - qualityControl - expired);
  }

  int blocked(UnavailableReason reason) {
    return switch (reason) {
      case DAMAGED -> damaged;
      case QUALITY_CONTROL -> qualityControl;
      case EXPIRED -> expired;
      case IN_COUNT -> 0;
    };
  }

  LotRow serial(boolean alone) {
    return new LotRow(key, alone, onHand, damaged, qualityControl, expired);
  }

  LotRow onHand(int units) {
    return new LotRow(key, serial, units, damaged, qualityControl, expired);
  }

  LotRow blocked(UnavailableReason reason, int delta) {
    return switch (reason) {
      case DAMAGED -> new LotRow(key, serial, onHand, damaged + delta, qualityControl, expired);
      case QUALITY_CONTROL -> new LotRow(key, serial, onHand, damaged, qualityControl + delta, expired);
      case EXPIRED -> new LotRow(key, serial, onHand, damaged, qualityControl, expired + delta);
      case IN_COUNT -> throw new IllegalArgumentException("a bin is counted, not a lot");
    };
  }
}
