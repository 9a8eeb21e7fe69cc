package dev.crossdock.routing.trials;

import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.history.PastLocations;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.buyers.Buyers;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.PickupPlaces;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.network.Item;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.NetworkItems;
import dev.crossdock.routing.network.Profile;
import dev.crossdock.routing.network.Profiles;
import dev.crossdock.routing.network.RateCardBook;
import dev.crossdock.routing.network.RateCards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The past as decisions need it: the network as of an instant, and orders as they came. */
public final class History {

  private final Locations known;
  private final PastLocations locations;
  private final Profiles profiles;
  private final RateCardBook cards;
  private final NetworkItems items;
  private final Weights weights;
  private final PersonalData personalData;
  private final Buyers buyers;

  /** Grams of one unit, of SKUs whose weight is known. */
  public interface Weights {
    Map<String, Integer> of(Tx tx, Set<String> skus);
  }

  public History(
      Locations locations,
      Profiles profiles,
      RateCardBook cards,
      NetworkItems items,
      Weights weights,
      PersonalData personalData) {
    this.known = locations;
    this.locations = new PastLocations(locations);
    this.profiles = profiles;
    this.cards = cards;
    this.items = items;
    this.weights = weights;
    this.personalData = personalData;
    this.buyers = new Buyers(personalData);
  }

  /** What was ever told of locations, to be asked for many instants. */
  PastLocations.Told locations(Tx tx) {
    return locations.read(tx);
  }

  /** The network as it was, and until when it stayed so. */
  World world(Tx tx, PastLocations.Told places, Instant at) {
    Map<String, Kept<Profile>> told = profiles.then(tx, at);
    List<Location> all = places.then(at);
    List<World.Site> sites = new ArrayList<>();
    for (Location location : all) {
      Kept<Profile> profile = told.get(location.code());
      PlaceProfile facts = profile == null ? PlaceProfile.PLAIN : profile.content().facts(location.timeZone());
      PostalAddress address =
          PostalAddress.ofPlace(
              location.country(), location.region(), location.city(), location.postalCode(), location.lat(),
              location.lon());
      sites.add(new World.Site(location, facts, Geography.locate(address).orElse(null)));
    }
    Instant until =
        Stream.of(places.nextChange(at), profiles.nextChange(tx, at), cards.nextChange(tx, at))
            .flatMap(Optional::stream)
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    return new World(sites, RateCards.of(cards.then(tx, at).values(), all), at, until);
  }

  /** These orders as they came; those without anything of ours to place are left out. */
  public List<PastOrder> orders(Tx tx, List<Order> orders) {
    Set<UUID> refs =
        orders.stream().map(order -> order.parties().shipTo()).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<UUID, PostalAddress> addresses = personalData.addresses(tx, refs);
    Set<String> skus = new HashSet<>();
    orders.forEach(
        order -> order.lines().stream().map(line -> line.told().sku()).filter(Objects::nonNull).forEach(skus::add));
    Map<String, ItemFacts> facts = orders.isEmpty() ? Map.of() : facts(tx, skus, orders.getFirst().receivedAt());
    Map<OrderId, OrderFacts.Customer> customers = buyers.of(tx, orders);
    PickupPlaces pickups = pickups(tx, orders);
    List<PastOrder> past = new ArrayList<>();
    for (Order order : orders) {
      List<LineFacts> lines = lines(order, facts);
      if (!lines.isEmpty()) {
        UUID shipTo = order.parties().shipTo();
        past.add(
            past(
                order, lines, shipTo == null ? null : addresses.get(shipTo),
                new Told(pickupAt(order, pickups), customers.getOrDefault(order.id(), OrderFacts.Customer.UNKNOWN))));
      }
    }
    return past;
  }

  private Map<String, ItemFacts> facts(Tx tx, Set<String> skus, Instant at) {
    Map<String, Integer> grams = weights.of(tx, skus);
    Map<String, Kept<Item>> told = items.then(tx, skus, at);
    Map<String, ItemFacts> facts = new HashMap<>();
    for (String sku : skus) {
      Kept<Item> item = told.get(sku);
      facts.put(sku, (item == null ? Item.PLAIN : item.content()).facts(grams.get(sku)));
    }
    return facts;
  }

  private static List<LineFacts> lines(Order order, Map<String, ItemFacts> facts) {
    List<LineFacts> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      ResolvedOrder.Line told = line.told();
      String sku = told.sku();
      int units = told.ordered() - told.cancelled();
      if (told.ours() && sku != null && units > 0) {
        Long price = told.unitPrice();
        lines.add(
            new LineFacts(
                line.line(), sku, units, price == null ? 0 : price, told.components(),
                facts.getOrDefault(sku, ItemFacts.PLAIN)));
      }
    }
    return lines;
  }

  /** Locations by the names that they have now, and where buyers collected then. */
  private PickupPlaces pickups(Tx tx, List<Order> orders) {
    Map<String, Kept<Profile>> told =
        orders.stream().anyMatch(History::collected) ? profiles.then(tx, orders.getFirst().receivedAt()) : Map.of();
    Predicate<String> offers = code -> told.containsKey(code) && told.get(code).content().pickup();
    return new PickupPlaces(known.list(tx), offers);
  }

  private static boolean collected(Order order) {
    return order.terms().delivery() == ResolvedOrder.Delivery.PICKUP;
  }

  private static @Nullable String pickupAt(Order order, PickupPlaces pickups) {
    return collected(order) ? pickups.find(order.terms().pickupAt()) : null;
  }

  /** What the channel told of the buyer. */
  private record Told(@Nullable String pickupAt, OrderFacts.Customer customer) {}

  private static PastOrder past(
      Order order, List<LineFacts> lines, @Nullable PostalAddress address, Told told) {
    ResolvedOrder.Parties parties = order.parties();
    PostalAddress known =
        address == null
            ? PostalAddress.ofPlace(parties.shipCountry() == null ? "" : parties.shipCountry(), parties.shipRegion(),
                null, null, null, null)
            : address;
    Destination to =
        new Destination(
            address == null ? parties.shipCountry() : address.country(),
            address == null ? parties.shipRegion() : address.region(),
            address == null ? null : address.postalCode(),
            Geography.locate(known).orElse(null));
    OrderFacts facts =
        new OrderFacts(
            order.number(), order.channel().channel(), order.channel().account(), order.priority(),
            order.identity().currency(), order.sums().total(), order.identity().placedAt(), order.terms().shipBy(),
            order.terms().deliverBy(), told.pickupAt(), new HashSet<>(order.terms().tags()), to, told.customer(),
            Set.of(), Set.of(), lines);
    return new PastOrder(
        order.id().value(), order.receivedAt(), facts, really(order),
        address == null && (parties.shipTo() != null || parties.shipCountry() != null));
  }

  private static List<Assignment> really(Order order) {
    List<Assignment> really = new ArrayList<>();
    for (Placement placement : order.placements()) {
      String sku = order.line(placement.line()).told().sku();
      if (sku != null) {
        really.add(new Assignment(placement.line(), sku, placement.location(), placement.units()));
      }
    }
    return really;
  }
}
