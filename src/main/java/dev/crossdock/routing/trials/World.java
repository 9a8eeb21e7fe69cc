package dev.crossdock.routing.trials;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.Tariffs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network as it was for some time.
 *
 * @param sites in the order of their codes
 * @param until before then nothing of it changed
 */
public record World(List<Site> sites, Tariffs tariffs, Instant since, Instant until) {

  public World {
    sites = List.copyOf(sites);
  }

  boolean holds(Instant at) {
    return !at.isBefore(since) && at.isBefore(until);
  }

  /** What people call a location; its code where it was not there yet. */
  String name(String code) {
    return sites.stream()
        .map(Site::location)
        .filter(location -> location.code().equals(code))
        .map(Location::name)
        .findFirst()
        .orElse(code);
  }

  /** A location, what it could do, and where it is. */
  public record Site(Location location, PlaceProfile profile, @Nullable GeoPoint point) {

    @Nullable Double distanceKm(@Nullable GeoPoint to) {
      return to == null || point == null ? null : Geography.distanceKm(point, to);
    }
  }
}
