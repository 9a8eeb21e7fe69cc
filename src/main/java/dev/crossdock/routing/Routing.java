package dev.crossdock.routing;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.groups.AllocationGroups;
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
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.PickupPlaces;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.SteeringStore;
import dev.crossdock.routing.internal.WaitingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
  private final Deciding deciding;
  private final LinePlans linePlans;
  private final Recording recording;
  private final Aftermath aftermath;
  private final RoutingStore store = new RoutingStore();
  private final SteeringStore steering = new SteeringStore();

  /** What orders may draw on besides free stock. */
  public record Claims(CheckoutHolds checkout, AllocationGroups groups, Backorders backorders) {}

  /** What decisions follow and depend on, and what they set going. */
  public record Deciding(PolicySource policies, FactsSource facts, Transferring transfers, Exceptions exceptions) {}

  public Routing(
      Stock stock, Locations locations, Destinations destinations, Claims claims, Deciding deciding, Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.destinations = destinations;
    this.claims = claims;
    this.deciding = deciding;
    this.linePlans = new LinePlans(ids);
    this.recording = new Recording(ids);
    this.aftermath = new Aftermath(deciding.transfers(), deciding.exceptions());
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

  /** What channels mean when they name a place at which buyers collect. */
  public PickupPlaces pickupPlaces(Tx tx) {
    FactsSource.Network network = deciding.facts().of(tx, Set.of());
    return new PickupPlaces(locations.list(tx), code -> network.profile(code).pickup());
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
    PolicySource.Choice policies = deciding.policies().inForce(tx);
    Round round =
        new Round(
            batch, pool, held, draws, shortages,
            new LiveFacts(
                tx.now(), deciding.facts().of(tx, skus), all, destinations.of(tx, wanting, policies.asksBuyer()),
                Steering.of(tx, steering, wanting)),
            policies, new Recording.Batch(), new ArrayList<>());
    for (Order order : inOrder(room, wanting, how.freed())) {
      List<WaitingRoom.Withheld> others = withhold(room, order, pool, how.freed());
      giveBack(order, pool);
      RoutingPlan plan = plan(tx, order, round);
      others.forEach(units -> pool.give(units.sku(), units.location(), units.units()));
      place(tx, order, plan, round);
    }
    finish(tx, wanting, round);
    return held;
  }

  /** What the orders of a batch share. */
  private record Round(
      OrderBatch batch,
      StockPool pool,
      CheckoutClaims held,
      GroupDraws draws,
      Shortages shortages,
      LiveFacts facts,
      PolicySource.Choice policies,
      Recording.Batch decisions,
      List<WaitingRow> waiting) {}

  private void place(Tx tx, Order order, RoutingPlan plan, Round round) {
    boolean ask = plan.then() instanceof Then.Ask && !Aftermath.answered(order);
    boolean coming = !plan.missing().isEmpty() && aftermath.underWay(tx, round.facts().transfers(order));
    List<LinePlan> lines =
        linePlans.of(order, plan, round.shortages().of(order, plan), ask || coming || waitsWhole(plan));
    OrderDecision decision = round.batch().execute(order.id(), new OrderCommand.Place(lines));
    if (decision instanceof OrderDecision.Refused refused) {
      throw new IllegalStateException("a fresh plan was refused: " + refused.refusal().sentence());
    }
    if (decision instanceof OrderDecision.Accepted accepted && !accepted.events().isEmpty()) {
      recording.add(tx, round.decisions(), order, plan);
      round.facts().gave(order, plan.locations());
    }
    if (ask && plan.then() instanceof Then.Ask(String note)) {
      aftermath.ask(tx, round.batch(), order, plan, note);
    }
    boolean rejected = round.facts().rejected(order);
    round.batch().order(order.id()).ifPresent(now -> round.waiting().addAll(Waits.of(tx, now, plan, rejected)));
  }

  /** Whether nothing of the order leaves before all of it can. */
  private static boolean waitsWhole(RoutingPlan plan) {
    return !plan.missing().isEmpty()
        && switch (plan.then()) {
          case Then.Wait(boolean shipRest) -> !shipRest;
          case Then.Bring bring -> true;
          case Then.Ship ship -> false;
          case Then.Ask ask -> false;
          case Then.CancelAt cancel -> false;
        };
  }

  private void finish(Tx tx, List<Order> wanting, Round round) {
    round.decisions().store(tx, store);
    store.replaceWaiting(tx, wanting.stream().map(Order::id).toList(), round.waiting());
    wanting.forEach(order -> tx.attachment(Routed.class, Routed::new).orders.add(order.id()));
    stockRose(tx, round.held().finish(tx, claims.checkout()));
    round.draws().finish(tx, claims.groups());
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

  /** The plan, its units taken out of the pool: first what was held at checkout for the order, then the rest. */
  private RoutingPlan plan(Tx tx, Order order, Round round) {
    StockPool pool = round.pool();
    Demand demand = demand(order);
    List<RoutingPlan.Assignment> held = round.held().take(order.id(), demand, pool);
    Demand rest = demand.without(held);
    if (held.isEmpty()) {
      round.draws().lend(order, pool);
    }
    RoutingPlan plan = rest.lines().isEmpty() ? RoutingPlan.NOTHING : decide(order, rest, round);
    if (plan.then() instanceof Then.Bring wish) {
      plan = brought(tx, order, plan, wish, round);
    }
    plan.assignments().forEach(a -> pool.take(order.line(a.line()).told().components(), a.location(), a.units()));
    if (held.isEmpty()) {
      round.draws().settle(order, plan.assignments(), pool);
      return plan;
    }
    return plan.withHeld(held);
  }

  private static RoutingPlan decide(Order order, Demand rest, Round round) {
    Facts facts = round.facts().of(order, rest, round.pool());
    return RoutingPlan.of(Decider.decide(round.policies().of(facts.order()), facts));
  }

  /** With the transfers under way that it wishes for; what they carry has no place until it is there. */
  private RoutingPlan brought(Tx tx, Order order, RoutingPlan plan, Then.Bring wish, Round round) {
    if (aftermath.underWay(tx, round.facts().transfers(order))) {
      return plan;
    }
    List<Planned.Transfer> requested = aftermath.bring(tx, order, wish);
    requested.forEach(t -> round.pool().give(t.sku(), t.from(), -t.units()));
    Set<String> from = requested.stream().map(Planned.Transfer::from).collect(Collectors.toSet());
    boolean together = plan.missing().isEmpty();
    List<RoutingPlan.Assignment> gone =
        plan.assignments().stream().filter(a -> together && from.contains(a.location())).toList();
    return plan.without(gone, "What lies elsewhere is brought there first.");
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
    aftermath.settled(tx, changes.stream().map(OrderChange::after).filter(Routing::asked).toList());
    store.forgetWaiting(
        tx,
        changes.stream()
            .filter(change -> waited(change) && !change.after().waitsForStock() && !routed.contains(id(change)))
            .map(Routing::id)
            .toList());
  }

  private static boolean asked(Order order) {
    return order.holds().stream().anyMatch(hold -> hold.rule().equals(Aftermath.RULE));
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

  private static Set<String> skus(Order order) {
    return order.lines().stream()
        .flatMap(line -> line.told().components().stream())
        .map(Component::sku)
        .collect(Collectors.toSet());
  }

  /** Queued orders whose time has come, locked for this transaction. */
  List<UUID> claim(Tx tx, int limit) {
    return store.claim(tx, limit);
  }

  void dequeue(Tx tx, List<UUID> orders) {
    store.dequeue(tx, orders);
  }
}
