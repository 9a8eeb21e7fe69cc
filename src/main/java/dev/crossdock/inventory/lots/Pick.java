package dev.crossdock.inventory.lots;

import dev.crossdock.inventory.StockKey;
import java.util.List;
import java.util.UUID;

/**
 * Which lots, or serial numbers, somebody took from the shelf for a line of a document.
 *
 * @param document mostly an order's id
 * @param lots at most as many units as the line holds there; none takes back what was said before
 */
public record Pick(UUID document, int line, String sku, String location, List<LotUnits> lots) {

  public Pick {
    lots = List.copyOf(lots);
  }

  StockKey key() {
    return new StockKey(sku, location);
  }
}
