package dev.crossdock.routing.facts;

import dev.crossdock.inventory.Location;
import org.jspecify.annotations.Nullable;

/**
 * A location as seen from one order.
 *
 * @param distanceKm great-circle distance to the destination; null when it can't be told
 */
public record Place(Location location, PlaceProfile profile, PlaceLoad load, @Nullable Double distanceKm) {

  /** The same with another priority. */
  public Place withPriority(int priority) {
    Location as =
        new Location(
            location.code(), location.name(), location.kind(), location.country(), location.region(), location.city(),
            location.postalCode(), location.lat(), location.lon(), location.timeZone(), priority, location.active(),
            location.version());
    return new Place(as, profile, load, distanceKm);
  }

  /** The same and active. */
  public Place active() {
    Location as =
        new Location(
            location.code(), location.name(), location.kind(), location.country(), location.region(), location.city(),
            location.postalCode(), location.lat(), location.lon(), location.timeZone(), location.priority(), true,
            location.version());
    return new Place(as, profile, load, distanceKm);
  }

  /** The same with another profile. */
  public Place with(PlaceProfile other) {
    return new Place(location, other, load, distanceKm);
  }

  /** The same at another distance. */
  public Place at(double km) {
    return new Place(location, profile, load, km);
  }

  public String code() {
    return location.code();
  }

  public String name() {
    return location.name();
  }
}
