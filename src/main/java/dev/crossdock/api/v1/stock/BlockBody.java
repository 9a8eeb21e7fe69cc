package dev.crossdock.api.v1.stock;

import dev.crossdock.inventory.UnavailableReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units to block or to free.
 *
 * @param units above zero to block, below zero to free
 * @param document the paper behind it
 * @param happenedAt now, when it is absent
 */
record BlockBody(
    @Nullable String sku,
    @Nullable String location,
    @Nullable UnavailableReason reason,
    @Nullable Long units,
    @Nullable String document,
    @Nullable Instant happenedAt) {}
