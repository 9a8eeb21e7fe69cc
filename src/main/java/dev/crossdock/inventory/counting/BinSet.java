package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.StockKey;

/** So many units of a SKU lie in this bin. */
public record BinSet(String sku, String location, String bin, long units) {

  StockKey key() {
    return new StockKey(sku, location);
  }
}
