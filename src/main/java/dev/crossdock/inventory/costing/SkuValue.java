package dev.crossdock.inventory.costing;

/**
 * What the stock of a SKU is worth.
 *
 * @param units wherever they lie, those on their way between our locations included
 * @param value in minor units of the currency
 */
public record SkuValue(String sku, CostMethod method, String currency, long units, long value) {}
