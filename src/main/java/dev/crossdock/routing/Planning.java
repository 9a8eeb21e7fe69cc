package dev.crossdock.routing;

import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.SteeringStore;
import dev.crossdock.routing.internal.Wave;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a batch of orders is planned on, going down as plans take from it. It writes nothing: live orders and dry runs
 * are planned here, and only what is done about a plan differs.
 */
record Planning(StockPool pool, CheckoutClaims held, GroupDraws draws, WaitingRoom room, LiveFacts facts, Wave wave) {

  /** Where all of it is read. */
  record Sources(
      Stock stock, Locations locations, Destinations destinations, Routing.Claims claims, FactsSource facts) {

    /**
     * Reads what these orders are planned on.
     *
     * @param lockStock locks the stock first
     * @param asksBuyer looks up what is known of the buyers
     */
    Planning read(Tx tx, List<Order> orders, CheckoutClaims held, boolean lockStock, boolean asksBuyer) {
      return read(tx, orders, held, lockStock, destinations.of(tx, orders, asksBuyer));
    }

    /** The same, of orders of which destinations are told that are not stored. */
    Planning look(Tx tx, List<Order> orders, CheckoutClaims held, Map<UUID, Destination> told) {
      Destinations.People known = destinations.of(tx, orders, true);
      Map<UUID, Destination> all = new HashMap<>(known.destinations());
      all.putAll(told);
      return read(tx, orders, held, false, new Destinations.People(all, known.customers()));
    }

    private Planning read(
        Tx tx, List<Order> orders, CheckoutClaims held, boolean lockStock, Destinations.People people) {
      Set<String> skus = orders.stream().flatMap(order -> skus(order).stream()).collect(Collectors.toSet());
      StockPool pool = StockPool.of(lockStock ? stock.lockAvailable(tx, skus) : stock.available(tx, skus));
      List<Destinations.Origin> all = locations.list(tx).stream().map(Destinations.Origin::of).toList();
      return new Planning(
          pool, held, GroupDraws.of(tx, claims.groups(), skus),
          WaitingRoom.of(tx, new RoutingStore(), pool.free(), orders, all),
          new LiveFacts(tx.now(), facts.of(tx, skus), all, people, Steering.of(tx, new SteeringStore(), orders)),
          new Wave(pool));
    }
  }

  /** Asks the policy. */
  interface Asking {
    Decided decide(Facts facts);
  }

  /** How units are brought together first. */
  interface Bringing {

    /** Whether what is to be brought for the order is under way already. */
    boolean underWay(Order order);

    /** Those of the transfers that can be had. */
    List<Planned.Transfer> request(Order order, Then.Bring wish);
  }

  /**
   * Plans an order, and takes its units out of the pool: first what was held at checkout for it, then the rest. What it
   * has reserved itself is given back to it before.
   *
   * @param freed units that this order gets before everybody
   */
  RoutingPlan plan(Order order, List<WaitingRoom.Withheld> freed, Asking asking, Bringing bringing) {
    List<WaitingRoom.Withheld> others = room.withhold(order, pool);
    freed.forEach(units -> pool.give(units.sku(), units.location(), units.units()));
    boolean shares = wave.open(order);
    if (!shares) {
      give(order, promised(order));
    }
    RoutingPlan plan = planned(order, asking, bringing);
    if (shares) {
      wave.close(order);
    }
    others.forEach(units -> pool.give(units.sku(), units.location(), units.units()));
    return plan;
  }

  private RoutingPlan planned(Order order, Asking asking, Bringing bringing) {
    Demand demand = Demand.of(order);
    List<RoutingPlan.Assignment> taken = held.take(order.id(), demand, pool);
    Demand rest = demand.without(taken);
    if (taken.isEmpty()) {
      draws.lend(order, pool);
    }
    RoutingPlan plan =
        rest.lines().isEmpty() ? RoutingPlan.NOTHING : RoutingPlan.of(asking.decide(facts.of(order, rest, pool)));
    if (plan.then() instanceof Then.Bring wish) {
      plan = brought(order, plan, wish, bringing);
    }
    plan.assignments().forEach(a -> pool.take(order.line(a.line()).told().components(), a.location(), a.units()));
    if (taken.isEmpty()) {
      draws.settle(order, plan.assignments(), pool);
      return plan;
    }
    return plan.withHeld(taken);
  }

  /** With the transfers under way that it wishes for; what they carry has no place until it is there. */
  private RoutingPlan brought(Order order, RoutingPlan plan, Then.Bring wish, Bringing bringing) {
    if (bringing.underWay(order)) {
      return plan;
    }
    List<Planned.Transfer> requested = bringing.request(order, wish);
    requested.forEach(t -> pool.give(t.sku(), t.from(), -t.units()));
    Set<String> from = requested.stream().map(Planned.Transfer::from).collect(Collectors.toSet());
    boolean together = plan.missing().isEmpty();
    List<RoutingPlan.Assignment> gone =
        plan.assignments().stream().filter(a -> together && from.contains(a.location())).toList();
    return plan.without(gone, "What lies elsewhere is brought there first.");
  }

  /** Decides on the order together with others of the batch, in the order in which they are told. */
  void together(Order order) {
    Map<StockKey, Integer> units = new HashMap<>();
    for (Placement placement : promised(order)) {
      for (Component part : order.line(placement.line()).told().components()) {
        units.merge(new StockKey(part.sku(), placement.location()), placement.units() * part.units(), Integer::sum);
      }
    }
    wave.add(order, units);
  }

  /** What the order itself has reserved, which is free for its own new plan. */
  private static List<Placement> promised(Order order) {
    List<Placement> own = new ArrayList<>();
    for (Placement placement : order.placements()) {
      boolean replanned = order.routable(order.line(placement.line())) > 0;
      if (!placement.shipped() && placement.fulfilmentOrder() == null && replanned) {
        own.add(placement);
      }
    }
    return own;
  }

  /** Puts units of an order where they lie back into the pool. */
  void give(Order order, List<Placement> placements) {
    for (Placement placement : placements) {
      OrderLine line = order.line(placement.line());
      for (Component part : line.told().components()) {
        pool.give(part.sku(), placement.location(), placement.units() * part.units());
      }
    }
  }

  private static Set<String> skus(Order order) {
    return order.lines().stream()
        .flatMap(line -> line.told().components().stream())
        .map(Component::sku)
        .collect(Collectors.toSet());
  }
}
