package dev.crossdock.routing.facts;

import dev.crossdock.customers.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Where an order goes, as far as it is known. It is personal data from the postal code on: it is read through that
 * door, used, and not kept.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 without the country, where the channel tells one
 */
public record Destination(
    @Nullable String country, @Nullable String region, @Nullable String postalCode, @Nullable GeoPoint point) {
  public static final Destination UNKNOWN = new Destination(null, null, null, null);
}
