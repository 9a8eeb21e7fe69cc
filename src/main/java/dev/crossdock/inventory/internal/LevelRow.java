package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;

/** A level as it stands in the table; the shortfall follows from it. */
public record LevelRow(StockKey key, int onHand, int reserved, int unavailable, int version) {

  /** A level nobody has written yet. */
  static LevelRow none(StockKey key) {
    return new LevelRow(key, 0, 0, 0, 0);
  }

  int available() {
    return Math.max(0, onHand - reserved - unavailable);
  }

  int shortfall() {
    return Math.max(0, reserved + unavailable - onHand);
  }

  LevelRow onHand(int units) {
    return new LevelRow(key, units, reserved, unavailable, version);
  }

  LevelRow reserved(int units) {
    return new LevelRow(key, onHand, units, unavailable, version);
  }

  LevelRow unavailable(int units) {
    return new LevelRow(key, onHand, reserved, units, version);
  }

  LevelRow nextVersion() {
    return new LevelRow(key, onHand, reserved, unavailable, version + 1);
  }
}
