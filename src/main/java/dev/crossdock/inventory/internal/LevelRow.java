package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;

/**
 * A level as it stands in the table; the shortfall follows from it.
 *
 * @param binned how much of what is on hand lies in bins
 */
public record LevelRow(StockKey key, int onHand, int reserved, int unavailable, int binned, int version) {

  /** A level nobody has written yet. */
  static LevelRow none(StockKey key) {
    return new LevelRow(key, 0, 0, 0, 0, 0);
  }

  int available() {
    return Math.max(0, onHand - reserved - unavailable);
  }

  int shortfall() {
    return Math.max(0, reserved + unavailable - onHand);
  }

  /** Units that bins are said to hold and that are not on hand any more. */
  int misplaced() {
    return Math.max(0, binned - onHand);
  }

  LevelRow onHand(int units) {
    return new LevelRow(key, units, reserved, unavailable, binned, version);
  }

  LevelRow reserved(int units) {
    return new LevelRow(key, onHand, units, unavailable, binned, version);
  }

  LevelRow unavailable(int units) {
    return new LevelRow(key, onHand, reserved, units, binned, version);
  }

  LevelRow nextVersion() {
    return new LevelRow(key, onHand, reserved, unavailable, binned, version + 1);
  }
}
