package dev.crossdock.routing;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.backorders.Backorders;
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
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.internal.DecisionRow;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.WaitingRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  private final Claims claims;
  private final Ids ids;
  private final RoutingStore store = new RoutingStore();
  private final JsonMapper json = JsonMapper.builder().build();

  /** What orders may draw on besides free stock. */
  public record Claims(CheckoutHolds checkout, AllocationGroups groups, Backorders backorders) {}

  public Routing(Stock stock, Locations locations, Destinations destinations, Claims claims, Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.destinations = destinations;
    this.claims = claims;
    this.ids = ids;
  }

  /**
   * How a batch is routed.
   *
   * @param shortToo looks again for units that found no stock before
   * @param lockStock locks the stock first
   * @param commanded holds that orders are commanded to take over
   * @param freed units that other orders of the batch have just lost to one of them, which is planned first
   */
  private record How(
      boolean shortToo, boolean lockStock, Map<OrderId, UUID> commanded, @Nullable Freed freed) {}

  /** Units taken from another order of the batch for this one. */
  record Freed(OrderId order, List<WaitingRoom.Withheld> units) {}

  /**
   * Decides for every order in the batch that wants routing; the caller stores the batch.
   *
   * @param shortToo looks again for units that found no stock before
   * @param lockStock locks the stock first, for a second attempt after another transaction took what was planned
   */
  public void route(Tx tx, OrderBatch batch, boolean shortToo, boolean lockStock) {
    route(tx, batch, new How(shortToo, lockStock, Map.of(), null));
  }

  /**
   * Lets an order of the batch take over units that were held at checkout, and look for the rest of what it needs; the
   * caller stores the batch. What the order leaves is given back.
   *
   * @return whether it took any; if not, nothing has changed for it
   */
  public boolean claim(Tx tx, OrderBatch batch, OrderId order, UUID hold) {
    return route(tx, batch, new How(true, true, Map.of(order, hold), null)).claimedBy(order);
  }

  /** Places units that one order of the batch has just lost to another, and looks for others for the loser. */
  void handOver(Tx tx, OrderBatch batch, Freed freed) {
    route(tx, batch, new How(true, true, Map.of(), freed));
  }

  /** Whether orders are shipped from all of these locations. */
  boolean ships(Tx tx, Set<String> codes) {
    return locations.list(tx).stream()
        .filter(place -> place.active() && place.kind() != LocationKind.MARKETPLACE)
        .map(Location::code)
        .collect(Collectors.toSet())
        .containsAll(codes);
  }

  private CheckoutClaims route(Tx tx, OrderBatch batch, How how) {
    List<Order> wanting =
        batch.orders().stream().filter(o -> o.wantsRouting() || (how.shortToo() && o.waitsForStock())).toList();
    CheckoutClaims held = CheckoutClaims.lock(tx, claims.checkout(), wanting, how.commanded());
    if (wanting.isEmpty()) {
      return held;
    }
    Set<String> skus = wanting.stream().flatMap(order -> skus(order).stream()).collect(Collectors.toSet());
    StockPool pool = StockPool.of(how.lockStock() ? stock.lockAvailable(tx, skus) : stock.available(tx, skus));
    GroupDraws draws = GroupDraws.of(tx, claims.groups(), skus);
    List<Destinations.Origin> all = locations.list(tx).stream().map(Destinations.Origin::of).toList();
    WaitingRoom room = WaitingRoom.of(tx, store, pool.free(), wanting, all);
    Shortages shortages = Shortages.of(tx, claims.backorders(), wanting);
    Map<UUID, GeoPoint> whereTo = destinations.of(tx, wanting);
    List<DecisionRow> decisions = new ArrayList<>();
    List<WaitingRow> waiting = new ArrayList<>();
    for (Order order : inOrder(room, wanting, how.freed())) {
      List<WaitingRoom.Withheld> others = withhold(room, order, pool, how.freed());
      giveBack(order, pool);
      List<Site> sites = sites(all, whereTo.get(order.parties().shipTo()));
      RoutingPlan plan = plan(order, sites, pool, held, draws);
      others.forEach(units -> pool.give(units.sku(), units.location(), units.units()));
      List<LinePlan> lines = linePlans(order, plan, shortages.of(order, plan));
      OrderDecision decision = batch.execute(order.id(), new OrderCommand.Place(lines));
      if (decision instanceof OrderDecision.Refused refused) {
        throw new IllegalStateException("a fresh plan was refused: " + refused.refusal().sentence());
      }
      if (decision instanceof OrderDecision.Accepted accepted && !accepted.events().isEmpty()) {
        decisions.add(row(tx, order, plan));
      }
      batch.order(order.id()).ifPresent(now -> waiting.addAll(waiting(tx, now)));
    }
    store.insertDecisions(tx, decisions);
    store.replaceWaiting(tx, wanting.stream().map(Order::id).toList(), waiting);
    wanting.forEach(order -> tx.attachment(Routed.class, Routed::new).orders.add(order.id()));
    stockRose(tx, held.finish(tx, claims.checkout()));
    draws.finish(tx, claims.groups());
    return held;
  }

  /** Orders whose place in the waiting room this transaction has written already. */
  private static final class Routed {
    private final Set<OrderId> orders = new HashSet<>();
  }

  private static List<Order> inOrder(WaitingRoom room, List<Order> wanting, @Nullable Freed freed) {
    List<Order> sorted = new ArrayList<>(room.inOrder(wanting));
    if (freed != null) {
      sorted.sort(Comparator.comparing(order -> !order.id().equals(freed.order())));
    }
    return sorted;
  }

  /** What others get before this order; to whom units were handed over, they come before everybody. */
  private static List<WaitingRoom.Withheld> withhold(
      WaitingRoom room, Order order, StockPool pool, @Nullable Freed freed) {
    List<WaitingRoom.Withheld> others = room.withhold(order, pool);
    if (freed != null && freed.order().equals(order.id())) {
      freed.units().forEach(units -> pool.give(units.sku(), units.location(), units.units()));
    }
    return others;
  }

  /** What the order waits for now, by SKU. */
  private static Collection<WaitingRow> waiting(Tx tx, Order order) {
    Map<String, WaitingRow> rows = new TreeMap<>();
    for (OrderLine line : order.lines()) {
      if (order.routable(line) > 0 && line.waiting() > 0) {
        List<Component> parts = line.told().components();
        LocalDate promised = Promised.soonest(line.ahead()).orElse(null);
        for (Component part : parts) {
          int units = parts.size() == 1 ? line.waiting() * part.units() : 0;
          rows.merge(
              part.sku(),
              new WaitingRow(part.sku(), order.id(), units, order.priority(), promised, tx.now()),
              WaitingRow::plus);
        }
      }
    }
    return rows.values();
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

  /** Keeps the queue: whoever has units to place, or waits otherwise than before, is queued unless just routed. */
  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    Set<OrderId> routed = tx.attachment(Routed.class, Routed::new).orders;
    store.enqueue(
        tx,
        changes.stream()
            .filter(change -> change.after().wantsRouting() || (waitsAnew(change) && !routed.contains(id(change))))
            .map(Routing::id)
            .toList(),
        "changed");
    store.forgetWaiting(
        tx,
        changes.stream()
            .filter(change -> waited(change) && !change.after().waitsForStock() && !routed.contains(id(change)))
            .map(Routing::id)
            .toList());
  }

  private static OrderId id(OrderChange change) {
    return change.after().id();
  }

  private static boolean waited(OrderChange change) {
    Order before = change.before();
    return before != null && (before.waitsForStock() || change.after().lifecycle().ended());
  }

  private static boolean waitsAnew(OrderChange change) {
    Order before = change.before();
    Order after = change.after();
    return before != null
        && after.waitsForStock()
        && (!before.waitsForStock()
            || before.priority() != after.priority()
            || !before.lines().stream().map(Routing::standing).toList()
                .equals(after.lines().stream().map(Routing::standing).toList()));
  }

  private static List<Object> standing(OrderLine line) {
    return List.of(line.waiting(), line.ahead());
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

  private List<LinePlan> linePlans(Order order, RoutingPlan plan, Map<Integer, Shortage> shortages) {
    Map<String, UUID> work = new HashMap<>();
    List<LinePlan> plans = new ArrayList<>();
    for (Demand.Line line : demand(order).lines()) {
      int missing =
          plan.missing().stream().filter(m -> m.line() == line.line()).mapToInt(RoutingPlan.Missing::units).sum();
      Shortage shortage = shortages.getOrDefault(line.line(), Shortage.NONE);
      boolean held =
          missing > 0
              || shortage.unreleased() != null
              || (order.blocked(Hold.Step.RELEASE, line.line()) && !onlyShort(order, line.line()));
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
      plans.add(new LinePlan(line.line(), placements, missing, shortage));
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
