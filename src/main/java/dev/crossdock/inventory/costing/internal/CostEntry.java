package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of value, about to be written.
 *
 * @param sales what it adds to the cost of sales
 * @param known whether somebody has said what the units cost
 * @param costs the entry whose cost this one tells later
 */
public record CostEntry(
    UUID id,
    String sku,
    CostReason reason,
    long units,
    long value,
    long sales,
    boolean known,
    @Nullable UUID costs,
    @Nullable String document,
    Instant happenedAt) {}
