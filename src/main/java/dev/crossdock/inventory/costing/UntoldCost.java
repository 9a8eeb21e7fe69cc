package dev.crossdock.inventory.costing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An arrival whose cost nobody has told.
 *
 * @param value in minor units, what it was given for the time being: the average of that moment
 */
public record UntoldCost(
    UUID entry, String sku, long units, long value, String currency, @Nullable String document, Instant happenedAt) {}
