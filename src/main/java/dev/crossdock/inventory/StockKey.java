package dev.crossdock.inventory;

import java.util.Comparator;

/** One SKU at one location: the unit in which stock is counted, promised and locked. */
public record StockKey(String sku, String location) implements Comparable<StockKey> {

  private static final Comparator<StockKey> ORDER =
      Comparator.comparing(StockKey::sku).thenComparing(StockKey::location);

  @Override
  public int compareTo(StockKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sku + "@" + location;
  }
}
