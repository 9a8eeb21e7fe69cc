package dev.crossdock.routing;

import dev.crossdock.inventory.Location;
import org.jspecify.annotations.Nullable;

/**
 * A location as seen from one order.
 *
 * @param distanceKm great-circle distance to the destination; null when the destination can't be told
 */
public record Site(Location location, @Nullable Double distanceKm) {

  public String code() {
    return location.code();
  }
}
