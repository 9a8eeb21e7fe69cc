package dev.crossdock.api.v1.atp;

import dev.crossdock.inventory.promising.SafetyStock;
import org.jspecify.annotations.Nullable;

/**
 * Units that are not offered. What is absent stands for any; of the settings that fit, the most specific counts.
 *
 * @param location kept back there; from the sum over all locations, when it is absent
 * @param units absent to take the setting back
 */
record SafetyStockBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable String channel,
    @Nullable String account,
    @Nullable Long units) {

  SafetyStock setting() {
    return new SafetyStock(any(sku), any(location), any(channel), any(account), units);
  }

  static SafetyStockBody of(SafetyStock setting) {
    return new SafetyStockBody(
        setting.sku(), setting.location(), setting.channel(), setting.account(), setting.units());
  }

  private static @Nullable String any(@Nullable String part) {
    return part == null || part.isEmpty() ? null : part;
  }
}
