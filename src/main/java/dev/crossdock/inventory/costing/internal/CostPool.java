package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** All units of a SKU and what they cost together, in minor units of the currency. */
public record CostPool(String sku, CostMethod method, String currency, long units, long value, int version) {

  CostPool plus(long moreUnits, long moreValue) {
    return new CostPool(
        sku, method, currency, Math.addExact(units, moreUnits), Math.addExact(value, moreValue), version);
  }

  CostPool nextVersion() {
    return new CostPool(sku, method, currency, units, value, version + 1);
  }

  /** What so many units cost at the average; all of them cost all, so that no cent is ever left over. */
  long average(long some) {
    return share(value, some, units);
  }

  /** The part of an amount that falls on some of so many units, rounded half up; nothing where there are none. */
  static long share(long amount, long some, long all) {
    if (all == 0) {
      return 0;
    }
    return BigDecimal.valueOf(amount)
        .multiply(BigDecimal.valueOf(some))
        .divide(BigDecimal.valueOf(all), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
