package dev.crossdock.routing;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.facts.PickupPlaces;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.StockFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a batch of orders is decided on. Orders that were given to a location count for those planned after them. */
final class LiveFacts {

  private final Instant now;
  private final FactsSource.Network network;
  private final List<Site> sites;
  private final Destinations.People people;
  private final PickupPlaces pickups;
  private final Steering steering;
  private final Map<String, Integer> given = new TreeMap<>();

  /** A location with what never changes while the batch is planned. */
  private record Site(Destinations.Origin origin, PlaceProfile profile, PlaceLoad load) {}

  LiveFacts(
      Instant now,
      FactsSource.Network network,
      List<Destinations.Origin> origins,
      Destinations.People people,
      Steering steering) {
    this.now = now;
    this.network = network;
    this.people = people;
    this.steering = steering;
    this.sites =
        origins.stream()
            .map(
                origin ->
                    new Site(
                        origin, network.profile(origin.location().code()), network.load(origin.location().code())))
            .toList();
    this.pickups =
        new PickupPlaces(
            origins.stream().map(Destinations.Origin::location).toList(), code -> network.profile(code).pickup());
  }

  /** What this order is decided on; the stock is that of the pool at this moment. */
  Facts of(Order order, Demand demand, StockPool pool) {
    Destination to = Destinations.of(order, people.destinations());
    List<Place> places = new ArrayList<>(sites.size());
    for (Site site : sites) {
      String code = site.origin().location().code();
      int more = given.getOrDefault(code, 0);
      PlaceLoad load =
          more == 0 ? site.load() : new PlaceLoad(site.load().today() + more, site.load().thisHour() + more);
      places.add(
          new Place(site.origin().location(), site.profile(), load, site.origin().distanceKm(to.point())));
    }
    return new Facts(facts(order, demand, to), places, new PoolFacts(pool, network), network.tariffs(), now);
  }

  /** Whether a location has turned the order down. */
  boolean rejected(Order order) {
    return !steering.avoided(order.id(), now).isEmpty();
  }

  /** Transfers that were requested for the order. */
  Set<UUID> transfers(Order order) {
    return steering.transfers(order.id());
  }

  /** Notes who ships an order now: a location that works on it already has counted it. */
  void gave(Order before, Set<String> locations) {
    Set<String> known = new HashSet<>();
    before.placements().stream().filter(p -> p.fulfilmentOrder() != null).forEach(p -> known.add(p.location()));
    locations.stream().filter(code -> !known.contains(code)).forEach(code -> given.merge(code, 1, Integer::sum));
  }

  private OrderFacts facts(Order order, Demand demand, Destination to) {
    return new OrderFacts(
        order.number(),
        order.channel().channel(),
        order.channel().account(),
        order.priority(),
        order.identity().currency(),
        order.sums().total(),
        order.identity().placedAt(),
        order.terms().shipBy(),
        order.terms().deliverBy(),
        pickupAt(order),
        new HashSet<>(order.terms().tags()),
        to,
        people.customer(order),
        steering.avoided(order.id(), now),
        steering.pinned(order.id()),
        lines(order, demand),
        since(order));
  }

  /** When it came, or when the last hold ended that kept it from being routed and was not about its stock. */
  private static Instant since(Order order) {
    return order.holds().stream()
        .filter(hold -> hold.blocks().contains(Hold.Step.ROUTE))
        .filter(hold -> hold.reason() != Hold.Reason.STOCK_SHORT && !hold.rule().equals(Aftermath.RULE))
        .map(Hold::release)
        .filter(Objects::nonNull)
        .map(Hold.Release::at)
        .reduce(order.receivedAt(), (one, other) -> one.isAfter(other) ? one : other);
  }

  /** Where nobody can tell it, a person has said that the order goes on all the same. */
  private @Nullable String pickupAt(Order order) {
    return order.terms().delivery() == ResolvedOrder.Delivery.PICKUP ? pickups.find(order.terms().pickupAt()) : null;
  }

  private List<LineFacts> lines(Order order, Demand demand) {
    Map<Integer, OrderLine> byNumber = new HashMap<>();
    order.lines().forEach(line -> byNumber.put(line.line(), line));
    List<LineFacts> lines = new ArrayList<>();
    for (Demand.Line line : demand.lines()) {
      OrderLine told = byNumber.get(line.line());
      Long price = told == null ? null : told.told().unitPrice();
      lines.add(
          new LineFacts(
              line.line(), line.sku(), line.units(), price == null ? 0 : price, line.components(),
              network.item(line.sku())));
    }
    return lines;
  }

  private record PoolFacts(StockPool pool, FactsSource.Network network) implements StockFacts {
    @Override
    public @Nullable Cost cost(String sku) {
      return network.cost(sku);
    }

    @Override
    public int available(String sku, String location) {
      return pool.available(sku, location);
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return network.soldPerDay(sku, location);
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return network.ageDays(sku, location);
    }
  }
}
