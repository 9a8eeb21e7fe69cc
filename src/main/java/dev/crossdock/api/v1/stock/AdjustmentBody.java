package dev.crossdock.api.v1.stock;

import dev.crossdock.inventory.StockReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came or went.
 *
 * @param delta above zero for what came
 * @param document the paper behind it
 * @param happenedAt now, when it is absent
 */
record AdjustmentBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable Long delta,
    @Nullable StockReason reason,
    @Nullable String document,
    @Nullable Instant happenedAt) {}
