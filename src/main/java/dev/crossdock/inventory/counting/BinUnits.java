package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.StockKey;

/**
 * Units of a level that lie in one bin.
 *
 * @param frozen units of it that are blocked while somebody counts them
 */
public record BinUnits(StockKey key, String bin, int units, int frozen) {

  /** The same bin with other units. */
  public BinUnits units(int now) {
    return new BinUnits(key, bin, now, frozen);
  }

  /** The same bin with other units frozen. */
  public BinUnits frozen(int now) {
    return new BinUnits(key, bin, units, now);
  }
}
