package dev.crossdock.routing.facts;

import org.jspecify.annotations.Nullable;

/** What lies where, as far as this order may take it. */
public interface StockFacts {

  /** Units that this order may be promised; never below zero. */
  int available(String sku, String location);

  /** Units sold a day of late, on average; null where it is not known. */
  @Nullable Double soldPerDay(String sku, String location);

  /** What the next unit of it cost; null where it is not known. */
  default @Nullable Cost cost(String sku) {
    return null;
  }

  /** Minor units of a currency. */
  record Cost(long minor, String currency) {}

  /** How many days the oldest units have lain there; null where it is not known. */
  @Nullable Integer ageDays(String sku, String location);
}
