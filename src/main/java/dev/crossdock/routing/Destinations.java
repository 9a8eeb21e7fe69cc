package dev.crossdock.routing;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.Location;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.buyers.Buyers;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.OrderFacts.Customer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where orders go, and what is known of who ordered; read through the personal data door and not kept. */
public final class Destinations {

  private final PersonalData personalData;
  private final Buyers buyers;

  public Destinations(PersonalData personalData) {
    this.personalData = personalData;
    this.buyers = new Buyers(personalData);
  }

  /**
   * What is known of the people of some orders.
   *
   * @param destinations by address reference
   * @param customers by order; empty where no policy asks for them
   */
  record People(Map<UUID, Destination> destinations, Map<OrderId, Customer> customers) {

    Customer customer(Order order) {
      return customers.getOrDefault(order.id(), Customer.UNKNOWN);
    }
  }

  /** Of these orders; buyers are looked up only where somebody asks for them. */
  People of(Tx tx, Collection<Order> orders, boolean asksBuyer) {
    return new People(of(tx, orders), asksBuyer ? buyers.of(tx, orders) : Map.of());
  }

  /** By address reference; an address that can't be placed has no point. */
  private Map<UUID, Destination> of(Tx tx, Collection<Order> orders) {
    Set<UUID> refs =
        orders.stream().map(order -> order.parties().shipTo()).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<UUID, Destination> destinations = new HashMap<>();
    personalData.addresses(tx, refs).forEach((ref, address) -> destinations.put(ref, destination(address)));
    return destinations;
  }

  private static Destination destination(PostalAddress address) {
    return new Destination(
        address.country(), address.region(), address.postalCode(), Geography.locate(address).orElse(null));
  }

  /** What is known of where an order goes, once its address is erased or was never told. */
  static Destination of(Order order, Map<UUID, Destination> known) {
    ResolvedOrder.Parties parties = order.parties();
    Destination found = parties.shipTo() == null ? null : known.get(parties.shipTo());
    return found != null ? found : new Destination(parties.shipCountry(), parties.shipRegion(), null, null);
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
