package dev.crossdock.routing.facts;

import dev.crossdock.inventory.Location;
import org.jspecify.annotations.Nullable;

/**
 * A location as seen from one order.
 *
 * @param distanceKm great-circle distance to the destination; null when it can't be told
 */
public record Place(Location location, PlaceProfile profile, PlaceLoad load, @Nullable Double distanceKm) {

  public String code() {
    return location.code();
  }

  public String name() {
    return location.name();
  }
}
