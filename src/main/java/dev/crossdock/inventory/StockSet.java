package dev.crossdock.inventory;

/** What a count found: so many units lie there now. */
public record StockSet(String sku, String location, long onHand) {

  public StockKey key() {
    return new StockKey(sku, location);
  }
}
