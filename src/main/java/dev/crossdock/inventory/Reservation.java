package dev.crossdock.inventory;

import java.util.UUID;

/**
 * Units of one SKU at one location, promised to one line of a document (an order). Used to ask for a promise, to give
 * units of it back, and to ship them.
 *
 * @param units 1 to 1,000,000,000
 */
public record Reservation(UUID document, int line, String sku, String location, int units) {

  public Reservation {
    Quantities.requireUnits(units);
  }

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
