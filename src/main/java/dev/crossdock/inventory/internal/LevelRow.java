package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.skus.Asks;

/**
 * A level as it stands in the table; the shortfall follows from it.
 *
 * @param binned how much of what is on hand lies in bins
 * @param asks what the SKU asks for beyond numbers
 */
public record LevelRow(
    StockKey key, int onHand, int reserved, int unavailable, int binned, int version, Asks asks) {

  /** A level of a SKU that asks for nothing. */
  LevelRow(StockKey key, int onHand, int reserved, int unavailable, int binned, int version) {
    this(key, onHand, reserved, unavailable, binned, version, Asks.NOTHING);
  }

  /** A level nobody has written yet. */
  static LevelRow none(StockKey key) {
    return none(key, Asks.NOTHING);
  }

  static LevelRow none(StockKey key, Asks asks) {
    return new LevelRow(key, 0, 0, 0, 0, 0, asks);
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
    return new LevelRow(key, units, reserved, unavailable, binned, version, asks);
  }

  LevelRow reserved(int units) {
    return new LevelRow(key, onHand, units, unavailable, binned, version, asks);
  }

  LevelRow unavailable(int units) {
    return new LevelRow(key, onHand, reserved, units, binned, version, asks);
  }

  LevelRow nextVersion() {
    return new LevelRow(key, onHand, reserved, unavailable, binned, version + 1, asks);
  }
}
