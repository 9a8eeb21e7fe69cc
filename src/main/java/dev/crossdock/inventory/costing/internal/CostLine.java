package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostReason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Units that came or went and are to be valued.
 *
 * @param id of the ledger's row, or its own
 * @param units above zero for what came
 * @param cost of all of them in minor units; null where nobody says
 */
public record CostLine(
    UUID id,
    String sku,
    CostReason reason,
    long units,
    @Nullable Long cost,
    @Nullable String document,
    Instant happenedAt) {}
