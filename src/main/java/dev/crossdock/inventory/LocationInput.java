package dev.crossdock.inventory;

import org.jspecify.annotations.Nullable;

/**
 * A location as somebody describes it, unchecked. What is absent takes the default: kind WAREHOUSE, the code as name,
 * time zone UTC, priority 100, active.
 */
public record LocationInput(
    @Nullable String code,
    @Nullable String name,
    @Nullable String kind,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    @Nullable String postalCode,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String timeZone,
    @Nullable Integer priority,
    @Nullable Boolean active) {}
