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
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.PickupPlaces;
import dev.crossdock.routing.internal.LaterStore;
import dev.crossdock.routing.internal.PutOff;
import dev.crossdock.routing.internal.RoutingStore;
import dev.crossdock.routing.internal.SecondLooks;
import dev.crossdock.routing.internal.Turns;
import dev.crossdock.routing.internal.WaitingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
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
  private final Planning.Sources sources;
  private final Claims claims;
  private final Deciding deciding;
  private final LinePlans linePlans;
  private final Recording recording;
  private final Aftermath aftermath;
  private final RoutingStore store = new RoutingStore();
  private final LaterStore laterStore = new LaterStore();
  private final SecondLooks secondLooks = new SecondLooks();

  /** What orders may draw on besides free stock. */
  public record Claims(CheckoutHolds checkout, AllocationGroups groups, Backorders backorders) {}

  /** What decisions follow and depend on, and what they set going. */
  public record Deciding(PolicySource policies, FactsSource facts, Transferring transfers, Exceptions exceptions) {}

  public Routing(
      Stock stock, Locations locations, Destinations destinations, Claims claims, Deciding deciding, Ids ids) {
    this.stock = stock;
    this.locations = locations;
    this.sources = new Planning.Sources(stock, locations, destinations, claims, deciding.facts());
    this.claims = claims;
    this.deciding = deciding;
    this.linePlans = new LinePlans(ids);
    this.recording = new Recording(ids);
    this.aftermath = new Aftermath(deciding.transfers(), deciding.exceptions());
  }

  /** Which orders are looked at; each takes those before it too. */
  private enum Wanted {
    NEW,
    SHORT,
    /** Those too whose units are promised and may not leave yet. */
    PROMISED;

    boolean has(Order order) {
      return order.wantsRouting()
          || this != NEW && order.waitsForStock()
          || this == PROMISED && anew(order);
    }
  }

  /**
   * How a batch is routed.
   *
   * @param lockStock locks the stock first
   * @param atOnce whether rules that decide later decide now
   * @param together orders that have waited to be decided together
   * @param commanded holds that orders are commanded to take over
   * @param freed units that other orders of the batch have just lost to one of them, which is planned first
   */
  private record How(
      Wanted wanted,
      boolean lockStock,
      boolean atOnce,
      Set<OrderId> together,
      Map<OrderId, UUID> commanded,
      @Nullable Freed freed) {

    How(Wanted wanted, boolean lockStock) {
      this(wanted, lockStock, false, Set.of(), Map.of(), null);
    }
  }

  /** Units taken from another order of the batch for this one. */
  record Freed(OrderId order, List<WaitingRoom.Withheld> units) {}

  /**
   * Decides for every order in the batch that wants routing; the caller stores the batch.
   *
   * @param shortToo looks again for units that found no stock before
   * @param lockStock locks the stock first, for a second attempt after another transaction took what was planned
   */
  public void route(Tx tx, OrderBatch batch, boolean shortToo, boolean lockStock) {
    route(tx, batch, new How(shortToo ? Wanted.SHORT : Wanted.NEW, lockStock));
  }

  /** The same at the wish of a person: whatever a rule would decide later is decided now. */
  void routeNow(Tx tx, OrderBatch batch) {
    route(tx, batch, new How(Wanted.SHORT, true, true, Set.of(), Map.of(), null));
  }

  /** Decides for the orders of a batch that were claimed from the queue; the caller stores the batch. */
  void routeClaimed(Tx tx, OrderBatch batch, List<LaterStore.Due> claimed, boolean lockStock) {
    Set<OrderId> together =
        claimed.stream()
            .filter(LaterStore.Due::together)
            .map(due -> new OrderId(due.order()))
            .collect(Collectors.toSet());
    route(tx, batch, new How(Wanted.SHORT, lockStock, false, together, Map.of(), null));
  }

  /**
   * Lets an order of the batch take over units that were held at checkout, and look for the rest of what it needs; the
   * caller stores the batch. What the order leaves is given back.
   *
   * @return whether it took any; if not, nothing has changed for it
   */
  public boolean claim(Tx tx, OrderBatch batch, OrderId order, UUID hold) {
    return route(tx, batch, new How(Wanted.SHORT, true, false, Set.of(), Map.of(order, hold), null)).claimedBy(order);
  }

  /**
   * Decides anew on all units of the batch that no location was told of, those too that are promised and held back; the
   * caller stores the batch.
   */
  public void again(Tx tx, OrderBatch batch) {
    route(tx, batch, new How(Wanted.PROMISED, true));
  }

  /** Whether routing may decide anew on some of its units. */
  public static boolean anew(Order order) {
    return order.lines().stream().anyMatch(line -> order.routable(line) > 0);
  }

  /** Places units that one order of the batch has just lost to another, and looks for others for the loser. */
  void handOver(Tx tx, OrderBatch batch, Freed freed) {
    route(tx, batch, new How(Wanted.SHORT, true, false, Set.of(), Map.of(), freed));
  }

  /** What channels mean when they name a place at which buyers collect. */
  public PickupPlaces pickupPlaces(Tx tx) {
    FactsSource.Network network = deciding.facts().of(tx, Set.of());
    return new PickupPlaces(locations.list(tx), code -> network.profile(code).pickup());
  }

  /** Plans by the same code as live orders are planned by, and writes nothing. */
  public DryRun dryRun() {
    return new DryRun(sources, deciding.policies(), aftermath);
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
    List<Order> wanting = batch.orders().stream().filter(how.wanted()::has).toList();
    CheckoutClaims held = CheckoutClaims.lock(tx, claims.checkout(), wanting, how.commanded());
    if (wanting.isEmpty()) {
      return held;
    }
    PolicySource.Choice policies = deciding.policies().inForce(tx);
    Planning planning = sources.read(tx, wanting, held, how.lockStock(), policies.asksBuyer());
    Shortages shortages = Shortages.of(tx, claims.backorders(), wanting);
    Round round =
        new Round(
            batch, planning, shortages, policies, new Recording.Batch(), new ArrayList<>(), new HashMap<>());
    List<Order> served = inOrder(planning.room(), wanting, how.freed());
    served.stream().filter(order -> how.together().contains(order.id())).forEach(planning::together);
    for (Order order : served) {
      place(tx, order, plan(tx, order, round, how), round);
    }
    finish(tx, wanting, round);
    return held;
  }

  /** What the orders of a batch share. */
  private record Round(
      OrderBatch batch,
      Planning planning,
      Shortages shortages,
      PolicySource.Choice policies,
      Recording.Batch decisions,
      List<WaitingRow> waiting,
      Map<OrderId, Consumer<UUID>> looks) {

    LiveFacts facts() {
      return planning.facts();
    }
  }

  private void place(Tx tx, Order order, RoutingPlan plan, Round round) {
    boolean ask = plan.then() instanceof Then.Ask && !Aftermath.answered(order);
    boolean coming = !plan.missing().isEmpty() && aftermath.underWay(tx, round.facts().transfers(order));
    List<LinePlan> lines =
        linePlans.of(order, plan, round.shortages().of(order, plan), ask || coming || plan.kept());
    OrderDecision decision = round.batch().execute(order.id(), new OrderCommand.Place(lines));
    if (decision instanceof OrderDecision.Refused refused) {
      throw new IllegalStateException("a fresh plan was refused: " + refused.refusal().sentence());
    }
    if (decision instanceof OrderDecision.Accepted accepted && !accepted.events().isEmpty()) {
      UUID id = recording.add(tx, round.decisions(), order, plan);
      round.looks().getOrDefault(order.id(), ignored -> {}).accept(id);
      if (plan.later() == null) {
        round.facts().gave(order, plan.locations());
      }
    }
    PutOff.of(tx).note(order, plan.later());
    if (ask && plan.then() instanceof Then.Ask(String note)) {
      aftermath.ask(tx, round.batch(), order, plan, note);
    }
    boolean rejected = round.facts().rejected(order);
    round.batch().order(order.id())
        .ifPresent(now -> round.waiting().addAll(WaitingRoom.waits(tx, now, plan, rejected)));
  }

  private void finish(Tx tx, List<Order> wanting, Round round) {
    round.decisions().store(tx, store);
    PutOff.of(tx).store(tx);
    store.replaceWaiting(tx, wanting.stream().map(Order::id).toList(), round.waiting());
    wanting.forEach(order -> tx.attachment(Routed.class, Routed::new).orders.add(order.id()));
    stockRose(tx, round.planning().held().finish(tx, claims.checkout()));
    round.planning().draws().finish(tx, claims.groups());
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

  private RoutingPlan plan(Tx tx, Order order, Round round, How how) {
    Freed freed = how.freed();
    List<WaitingRoom.Withheld> own =
        freed != null && freed.order().equals(order.id()) ? freed.units() : List.of();
    return round.planning().plan(
        order, own, facts -> decide(order, facts, round, how), bringing(tx, round));
  }

  private static Decided decide(Order order, Facts facts, Round round, How how) {
    PolicyInForce policy = round.policies().of(facts.order());
    Decided decided = Decider.decide(how.atOnce() ? policy.atOnce() : policy, facts);
    if (!(decided.then() instanceof Then.Later)) {
      round.looks().put(order.id(), round.policies().beside(order, facts, decided));
    }
    return decided;
  }

  private Planning.Bringing bringing(Tx tx, Round round) {
    return new Planning.Bringing() {
      @Override
      public boolean underWay(Order order) {
        return aftermath.underWay(tx, round.facts().transfers(order));
      }

      @Override
      public List<Planned.Transfer> request(Order order, Then.Bring wish) {
        return aftermath.bring(tx, order, wish);
      }
    };
  }

  /** Keeps the queue: whoever has units to place, or waits otherwise than before, is queued unless just routed. */
  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    Set<OrderId> routed = tx.attachment(Routed.class, Routed::new).orders;
    PutOff later = PutOff.of(tx);
    store.enqueue(
        tx,
        changes.stream()
            .filter(change -> Turns.comes(change, routed, later))
            .map(Routing::id)
            .toList(),
        "changed");
    laterStore.forget(tx, changes.stream().filter(Turns::isOver).map(Routing::id).toList());
    aftermath.settled(tx, changes.stream().map(OrderChange::after).filter(Routing::asked).toList());
    store.forgetWaiting(
        tx,
        changes.stream()
            .filter(change -> Turns.hasStopped(change) && !routed.contains(id(change)))
            .map(Routing::id)
            .toList());
  }

  private static boolean asked(Order order) {
    return order.holds().stream().anyMatch(hold -> hold.rule().equals(Aftermath.RULE));
  }

  private static OrderId id(OrderChange change) {
    return change.after().id();
  }

  /** Stock became available: the orders that wait for these SKUs are queued, the longest waiting first. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {
    if (!skus.isEmpty()) {
      store.enqueueWaiting(tx, skus);
      secondLooks.after(tx, skus);
    }
  }

  /**
   * Queues orders that wait for a SKU of which something is available after all: an order that found none and stock
   * that came in at the same moment can't see each other. How many SKUs were looked at.
   */
  public int retryWaiting(Tx tx) {
    return retry(tx, store.waitedFor(tx, WAITED_FOR_MAX));
  }

  /** The same for SKUs whose stock rose a moment ago. */
  void lookAgain(Tx tx) {
    retry(tx, secondLooks.due(tx));
  }

  private int retry(Tx tx, Set<String> waitedFor) {
    if (waitedFor.isEmpty()) {
      return 0;
    }
    StockView stockNow = stock.available(tx, waitedFor);
    Set<String> there =
        waitedFor.stream().filter(sku -> stockNow.availableToPromise(sku) > 0).collect(Collectors.toSet());
    if (!there.isEmpty()) {
      store.enqueueWaiting(tx, there);
    }
    return waitedFor.size();
  }

  /** Queues some orders that rules keep from their stock, whoever is served first first: a place may have room now. */
  public void retryUnroutable(Tx tx, int limit) {
    store.enqueueUnroutable(tx, limit);
  }

  /** Has everybody looked at who waits to be decided later: a new policy may decide otherwise. */
  public void retryLater(Tx tx) {
    laterStore.allNow(tx);
  }

  /** Queued orders whose time has come, locked for this transaction. */
  List<LaterStore.Due> claim(Tx tx, int limit, int together) {
    return laterStore.claim(tx, limit, together);
  }

  /** Takes out of the queue who was looked at, but for those who wait for a later time now. */
  void dequeue(Tx tx, List<LaterStore.Due> claimed) {
    PutOff later = PutOff.of(tx);
    store.dequeue(
        tx, claimed.stream().map(LaterStore.Due::order).filter(id -> !later.has(new OrderId(id))).toList());
  }
}
