package dev.crossdock.routing;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.Location;
import dev.crossdock.orders.Order;
import dev.crossdock.platform.db.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where orders go, as points on the globe; the addresses are read through the personal data door and not kept. */
public final class Destinations {

  private final PersonalData personalData;

  public Destinations(PersonalData personalData) {
    this.personalData = personalData;
  }

  /** Points by address reference; an address that can't be placed has none. */
  Map<UUID, GeoPoint> of(Tx tx, Collection<Order> orders) {
    Set<UUID> refs =
        orders.stream().map(order -> order.parties().shipTo()).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<UUID, GeoPoint> points = new HashMap<>();
    personalData
        .addresses(tx, refs)
        .forEach((ref, address) -> Geography.locate(address).ifPresent(point -> points.put(ref, point)));
    return points;
  }

  /** A location and where it is: by its own coordinates, or else those of its postal area. */
  record Origin(Location location, @Nullable GeoPoint point) {

    static Origin of(Location location) {
      PostalAddress address =
          PostalAddress.ofPlace(
              location.country(), location.region(), location.city(), location.postalCode(), location.lat(),
              location.lon());
      return new Origin(location, Geography.locate(address).orElse(null));
    }

    @Nullable Double distanceKm(@Nullable GeoPoint to) {
      return to == null || point == null ? null : Geography.distanceKm(point, to);
    }
  }
}
