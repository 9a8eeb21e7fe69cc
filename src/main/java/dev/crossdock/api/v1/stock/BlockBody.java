package dev.crossdock.api.v1.stock;

import dev.crossdock.api.web.LotBody;
import dev.crossdock.inventory.UnavailableReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Units to block or to free.
 *
 * @param units above zero to block, below zero to free
 * @param document the paper behind it
 * @param happenedAt now, when it is absent
 * @param lots which lots, where the SKU is kept by lot: they add up to the units
 * @param serials which serial numbers, where the SKU has them
 */
record BlockBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable UnavailableReason reason,
    @Nullable Long units,
    @Nullable String document,
    @Nullable Instant happenedAt,
    @Nullable List<@Nullable LotBody> lots,
    @Nullable List<@Nullable String> serials) {}
