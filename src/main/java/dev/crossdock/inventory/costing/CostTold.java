package dev.crossdock.inventory.costing;

import dev.crossdock.inventory.receiving.UnitCost;
import java.util.UUID;

/**
 * The cost of an arrival, told after the fact.
 *
 * @param entry the arrival's, as {@link Costing#untold} names it
 */
public record CostTold(String sku, UUID entry, UnitCost cost) {}
