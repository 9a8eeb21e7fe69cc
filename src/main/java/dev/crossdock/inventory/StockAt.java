package dev.crossdock.inventory;

/**
 * A SKU's stock at one location.
 *
 * @param onHand as counted
 * @param reserved promised; above {@code onHand} only when a count found less than was promised before
 */
public record StockAt(Location location, int onHand, int reserved) {

  /** Units that may be promised now; never below zero. */
  public int available() {
    return Math.max(0, onHand - reserved);
  }

  /** Promised units that are not there. */
  public int shortfall() {
    return Math.max(0, reserved - onHand);
  }
}
