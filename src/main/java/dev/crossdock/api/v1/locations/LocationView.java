package dev.crossdock.api.v1.locations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.inventory.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A location as callers see it; {@code version} counts its changes, from 1. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LocationView(
    String code,
    String name,
    String kind,
    LocationBody.Address address,
    LocationBody.@Nullable Geo geo,
    String timeZone,
    int priority,
    boolean active,
    int version) {

  static LocationView of(Location location) {
    return new LocationView(
        location.code(),
        location.name(),
        location.kind().name(),
        new LocationBody.Address(location.country(), location.region(), location.city(), location.postalCode()),
        location.lat() == null ? null : new LocationBody.Geo(location.lat(), location.lon()),
        location.timeZone().getId(),
        location.priority(),
        location.active(),
        location.version());
  }

  /** All of them. */
  record Listing(List<LocationView> items) {}
}
