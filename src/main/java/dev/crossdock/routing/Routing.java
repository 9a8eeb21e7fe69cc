package dev.crossdock.routing;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCommand.LinePlan;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.internal.DecisionRow;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.WaitingRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds a place for the units of orders, many orders at once. The plan, the decision with its reasons, the promise of
 * stock and the fulfilment orders stand in one transaction.
 */
public final class Routing implements OrderListener {

  private static final int WAITED_FOR_MAX = 10_000;

  private final Stock stock;
  private final Locations locations;
  private final Destinations destinations;
  private final CheckoutHolds checkout;
  private final AllocationGroups groups;
  private final Ids ids;
  private final RoutingStore store = new RoutingStore();
  private final JsonMapper json = JsonMapper.builder().build();

  public Routing(
      Stock stock,
      Locations locations,
      Destinations destinations,
      CheckoutHolds checkout,
      AllocationGroups groups,
      Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.destinations = destinations;
    this.checkout = checkout;
    this.groups = groups;
    this.ids = ids;
  }

  /**
   * Decides for every order in the batch that wants routing; the caller stores the batch.
   *
   * @param shortToo looks again for units that found no stock before
   * @param lockStock locks the stock first, for a second attempt after another transaction took what was planned
   */
  public void route(Tx tx, OrderBatch batch, boolean shortToo, boolean lockStock) {
    route(tx, batch, shortToo, lockStock, Map.of());
  }

  /**
   * Lets an order of the batch take over units that were held at checkout, and look for the rest of what it needs; the
   * caller stores the batch. What the order leaves is given back.
   *
   * @return whether it took any; if not, nothing has changed for it
   */
  public boolean claim(Tx tx, OrderBatch batch, OrderId order, UUID hold) {
    return route(tx, batch, true, true, Map.of(order, hold)).claimedBy(order);
  }

  private CheckoutClaims route(
      Tx tx, OrderBatch batch, boolean shortToo, boolean lockStock, Map<OrderId, UUID> commanded) {
    List<Order> wanting =
        batch.orders().stream().filter(o -> o.wantsRouting() || (shortToo && o.waitsForStock())).toList();
    CheckoutClaims claims = CheckoutClaims.lock(tx, checkout, wanting, commanded);
    if (wanting.isEmpty()) {
      return claims;
    }
    Set<String> skus = wanting.stream().flatMap(order -> skus(order).stream()).collect(Collectors.toSet());
    StockPool pool = StockPool.of(lockStock ? stock.lockAvailable(tx, skus) : stock.available(tx, skus));
    GroupDraws draws = GroupDraws.of(tx, groups, skus);
    List<Destinations.Origin> all = locations.list(tx).stream().map(Destinations.Origin::of).toList();
    Map<UUID, GeoPoint> whereTo = destinations.of(tx, wanting);
    List<DecisionRow> decisions = new ArrayList<>();
    List<WaitingRow> waiting = new ArrayList<>();
    for (Order order : wanting) {
      giveBack(order, pool);
      List<Site> sites = sites(all, whereTo.get(order.parties().shipTo()));
      RoutingPlan plan = plan(order, sites, pool, claims, draws);
      OrderDecision decision = batch.execute(order.id(), new OrderCommand.Place(linePlans(order, plan)));
      if (decision instanceof OrderDecision.Refused refused) {
        throw new IllegalStateException("a fresh plan was refused: " + refused.refusal().sentence());
      }
      if (decision instanceof OrderDecision.Accepted accepted && !accepted.events().isEmpty()) {
        decisions.add(row(tx, order, plan));
      }
      plan.missing().forEach(m -> order.line(m.line()).told().components()
          .forEach(part -> waiting.add(new WaitingRow(part.sku(), order.id()))));
    }
    store.insertDecisions(tx, decisions);
    store.replaceWaiting(tx, wanting.stream().map(Order::id).toList(), waiting);
    stockRose(tx, claims.finish(tx, checkout));
    draws.finish(tx, groups);
    return claims;
  }

  /** The plan, its units taken out of the pool: first what was held at checkout for the order, then the rest. */
  private static RoutingPlan plan(
      Order order, List<Site> sites, StockPool pool, CheckoutClaims claims, GroupDraws draws) {
    Demand demand = demand(order);
    List<RoutingPlan.Assignment> held = claims.take(order.id(), demand, pool);
    Demand rest = demand.without(held);
    if (held.isEmpty()) {
      draws.lend(order, pool);
    }
    RoutingPlan plan = RoutingPlanner.plan(rest, rest.lines().isEmpty() ? List.of() : sites, pool);
    plan.assignments().forEach(a -> pool.take(order.line(a.line()).told().components(), a.location(), a.units()));
    if (held.isEmpty()) {
      draws.settle(order, plan.assignments(), pool);
      return plan;
    }
    return plan.withHeld(held);
  }

  /** Keeps the queue: whoever has units to place, and was not routed in this transaction, is queued. */
  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    store.enqueue(
        tx, changes.stream().map(OrderChange::after).filter(Order::wantsRouting).map(Order::id).toList(), "changed");
    store.forgetWaiting(
        tx,
        changes.stream()
            .filter(change -> change.before() != null && change.after().lifecycle().ended())
            .map(change -> change.after().id())
            .toList());
  }

  /** Stock became available: the orders that wait for these SKUs are queued, the longest waiting first. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {
    if (!skus.isEmpty()) {
      store.enqueueWaiting(tx, skus);
    }
  }

  /**
   * Queues orders that wait for a SKU of which something is available after all: an order that found none and stock
   * that came in at the same moment can't see each other. How many SKUs were looked at.
   */
  public int retryWaiting(Tx tx) {
    Set<String> waitedFor = store.waitedFor(tx, WAITED_FOR_MAX);
    if (waitedFor.isEmpty()) {
      return 0;
    }
    StockView stockNow = stock.available(tx, waitedFor);
    stockRose(tx, waitedFor.stream().filter(sku -> stockNow.availableToPromise(sku) > 0).collect(Collectors.toSet()));
    return waitedFor.size();
  }

  /** Demand of the order's lines that routing may decide on now. */
  static Demand demand(Order order) {
    List<Demand.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int units = order.routable(line);
      String sku = line.told().sku();
      if (units > 0 && sku != null) {
        lines.add(new Demand.Line(line.line(), sku, units, line.told().components()));
      }
    }
    return new Demand(lines);
  }

  /** What the order itself has reserved is free for its own new plan. */
  private static void giveBack(Order order, StockPool pool) {
    for (Placement placement : order.placements()) {
      boolean replanned = order.routable(order.line(placement.line())) > 0;
      if (!placement.shipped() && placement.fulfilmentOrder() == null && replanned) {
        for (Component part : order.line(placement.line()).told().components()) {
          pool.give(part.sku(), placement.location(), placement.units() * part.units());
        }
      }
    }
  }

  private List<LinePlan> linePlans(Order order, RoutingPlan plan) {
    Map<String, UUID> work = new HashMap<>();
    List<LinePlan> plans = new ArrayList<>();
    for (Demand.Line line : demand(order).lines()) {
      int missing =
          plan.missing().stream().filter(m -> m.line() == line.line()).mapToInt(RoutingPlan.Missing::units).sum();
      boolean held = missing > 0 || order.blocked(Hold.Step.RELEASE, line.line()) && !onlyShort(order, line.line());
      List<Placement> placements =
          plan.assignments().stream()
              .filter(a -> a.line() == line.line())
              .map(
                  a ->
                      new Placement(
                          a.line(),
                          a.location(),
                          held ? null : work.computeIfAbsent(a.location(), l -> ids.next()),
                          a.units(),
                          false))
              .toList();
      plans.add(new LinePlan(line.line(), placements, missing));
    }
    return plans;
  }

  /** A line held only for want of stock is free as soon as the plan finds it. */
  private static boolean onlyShort(Order order, int line) {
    return order.openHolds().stream()
        .filter(h -> h.blocks().contains(Hold.Step.RELEASE) && (h.line() == null || h.line() == line))
        .allMatch(h -> h.reason() == Hold.Reason.STOCK_SHORT);
  }

  private static List<Site> sites(List<Destinations.Origin> all, @Nullable GeoPoint to) {
    return all.stream().map(from -> new Site(from.location(), from.distanceKm(to))).toList();
  }

  private static Set<String> skus(Order order) {
    return order.lines().stream()
        .flatMap(line -> line.told().components().stream())
        .map(Component::sku)
        .collect(Collectors.toSet());
  }

  private DecisionRow row(Tx tx, Order order, RoutingPlan plan) {
    Map<String, Object> detail = new HashMap<>();
    detail.put("policy", RoutingPlanner.POLICY);
    detail.put("rule", plan.rule());
    detail.put(
        "demand",
        demand(order).lines().stream()
            .map(line -> Map.of("line", line.line(), "sku", line.sku(), "units", line.units()))
            .toList());
    detail.put("candidates", plan.candidates());
    detail.put("plan", plan.assignments());
    detail.put("missing", plan.missing());
    return new DecisionRow(
        order.id(), ids.next(), RoutingPlanner.POLICY, plan.outcome().name(), plan.sentence(),
        json.writeValueAsString(detail), tx.now());
  }

  /** Queued orders whose time has come, locked for this transaction. */
  List<UUID> claim(Tx tx, int limit) {
    return store.claim(tx, limit);
  }

  void dequeue(Tx tx, List<UUID> orders) {
    store.dequeue(tx, orders);
  }
}
