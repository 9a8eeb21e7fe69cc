package dev.crossdock.inventory.costing;

import dev.crossdock.inventory.receiving.UnitCost;
import org.jspecify.annotations.Nullable;

/**
 * How a SKU's stock is valued.
 *
 * @param currency ISO 4217; it stays once valuing has begun
 * @param opening what one of the units cost that are there when it begins; null where nobody knows
 */
public record CostSetting(String sku, CostMethod method, String currency, @Nullable UnitCost opening) {}
