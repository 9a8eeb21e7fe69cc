package dev.crossdock.api.v1.stock;

import dev.crossdock.api.web.Amount;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.StockReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came or went.
 *
 * @param delta above zero for what came
 * @param document the paper behind it
 * @param happenedAt now, when it is absent
 * @param lots which lots, where the SKU is kept by lot: they add up to the units
 * @param serials which serial numbers, where the SKU has them
 * @param cost of a unit that came, where the SKU's stock is valued
 */
record AdjustmentBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable Long delta,
    @Nullable StockReason reason,
    @Nullable String document,
    @Nullable Instant happenedAt,
    @Nullable List<@Nullable LotBody> lots,
    @Nullable List<@Nullable String> serials,
    @Nullable Amount cost) {}
