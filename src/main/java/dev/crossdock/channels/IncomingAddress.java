package dev.crossdock.channels;

import org.jspecify.annotations.Nullable;

/**
 * An address, as the channel tells it, unchecked. Personal data.
 *
 * @param region state or province, the code where the channel gives one
 * @param country ISO 3166-1 alpha-2 where it could be told, else the channel's text
 */
public record IncomingAddress(
    @Nullable String name,
    @Nullable String company,
    @Nullable String line1,
    @Nullable String line2,
    @Nullable String line3,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String phone,
    @Nullable Double latitude,
    @Nullable Double longitude) {}
