package dev.crossdock.inventory.receiving;

/**
 * What one unit costs.
 *
 * @param minor in minor units of the currency, 0 or more
 * @param currency ISO 4217
 */
public record UnitCost(long minor, String currency) {}
