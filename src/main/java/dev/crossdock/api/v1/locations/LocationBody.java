package dev.crossdock.api.v1.locations;

import dev.crossdock.inventory.LocationInput;
import org.jspecify.annotations.Nullable;

/** A location as a caller describes it, whole: what is absent takes its default. */
record LocationBody(
    @Nullable String code,
    @Nullable String name,
    @Nullable String kind,
    @Nullable Address address,
    @Nullable Geo geo,
    @Nullable String timeZone,
    @Nullable Integer priority,
    @Nullable Boolean active) {

  record Address(
      @Nullable String country, @Nullable String region, @Nullable String city, @Nullable String postalCode) {}

  /** Degrees north and east. */
  record Geo(@Nullable Double lat, @Nullable Double lon) {}

  LocationInput input() {
    return new LocationInput(
        code,
        name,
        kind,
        address == null ? null : address.country(),
        address == null ? null : address.region(),
        address == null ? null : address.city(),
        address == null ? null : address.postalCode(),
        geo == null ? null : geo.lat(),
        geo == null ? null : geo.lon(),
        timeZone,
        priority,
        active);
  }
}
