package dev.crossdock.api.v1.stock;

import java.util.List;

/**
 * The stock of a SKU.
 *
 * @param availableToPromise over all active locations
 */
record StockView(String sku, long availableToPromise, List<Level> locations) {

  /**
   * The stock at one location.
   *
   * @param available may be promised now
   */
  record Level(String location, int onHand, int reserved, int available) {}
}
