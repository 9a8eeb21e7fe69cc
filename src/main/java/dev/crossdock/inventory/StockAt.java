package dev.crossdock.inventory;

/**
 * A SKU's stock at one location.
 *
 * @param onHand as counted, unavailable units included
 * @param reserved promised
 * @param unavailable lies there and may not be promised, over all reasons
 */
public record StockAt(Location location, int onHand, int reserved, int unavailable) {

  /** Units that may be promised now; never below zero. */
  public int available() {
    return Math.max(0, onHand - reserved - unavailable);
  }

  /** Promised or blocked units that are not there; above zero only when a count found less than was known before. */
  public int shortfall() {
    return Math.max(0, reserved + unavailable - onHand);
  }
}
