package dev.crossdock.routing;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLifecycle;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decided.Then;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.internal.SteeringStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans orders as routing would at this moment, with the same stock, withheld units, groups, capacity, rates and
 * steering, and writes nothing: it works in a read-only transaction.
 */
public final class DryRun {

  private final Planning.Sources sources;
  private final PolicySource policies;
  private final Aftermath aftermath;

  DryRun(Planning.Sources sources, PolicySource policies, Aftermath aftermath) {
    this.sources = sources;
    this.policies = policies;
    this.aftermath = aftermath;
  }

  /**
   * An order to be planned.
   *
   * @param whole plans all that has not left, as if no hold were open and no location had anything of it; else what
   *     routing may decide on now
   * @param told what is said about an order that is not stored; null for what is known of the order
   */
  public record Ask(Order order, boolean whole, @Nullable OrderFacts told) {}

  /**
   * What would be decided.
   *
   * @param demand what was planned of the order
   * @param facts what it was planned on; null where no policy was asked
   */
  public record Tried(Order order, Demand demand, RoutingPlan plan, @Nullable Facts facts) {}

  /**
   * Plans orders one after the other, in the order in which they would be served; each takes from what those behind it
   * find.
   *
   * @param policy that decides; null for those in force
   */
  public List<Tried> plan(Tx tx, List<Ask> asks, @Nullable PolicyInForce policy) {
    return plan(tx, asks, policy, Map.of());
  }

  /**
   * As {@link #plan(Tx, List, PolicyInForce)}, behind other orders that were tried before.
   *
   * @param taken units that these would take from where they lie, and, less than none, would give back
   */
  public List<Tried> plan(
      Tx tx, List<Ask> asks, @Nullable PolicyInForce policy, Map<StockKey, Integer> taken) {
    Map<OrderId, Ask> asked = new HashMap<>();
    List<Order> orders = new ArrayList<>();
    for (Ask ask : asks) {
      asked.put(ask.order().id(), ask);
      orders.add(ask.whole() ? asIfNew(tx, ask.order()) : ask.order());
    }
    CheckoutClaims held = CheckoutClaims.look(tx, sources.claims().checkout(), orders);
    Planning planning = sources.look(tx, orders, held, destinations(asks));
    taken.forEach((key, units) -> planning.pool().give(key.sku(), key.location(), -units));
    PolicySource.Choice choice = policies.inForce(tx);
    List<Tried> tried = new ArrayList<>();
    for (Order order : planning.room().inOrder(orders)) {
      Ask ask = Objects.requireNonNull(asked.get(order.id()));
      planning.give(order, given(ask.order(), order));
      Trial trial = new Trial(tx, order, ask.told(), planning);
      RoutingPlan plan =
          planning.plan(order, List.of(), facts -> trial.decide(facts, policy, choice), trial);
      planning.facts().gave(order, plan.locations());
      tried.add(new Tried(ask.order(), Demand.of(order), plan, trial.facts));
    }
    return tried;
  }

  /** Where those of the orders that are pinned are pinned to. */
  public Map<OrderId, Set<String>> pinned(Tx tx, List<Order> orders) {
    Steering steering = Steering.of(tx, new SteeringStore(), orders);
    return orders.stream()
        .map(Order::id)
        .filter(id -> !steering.pinned(id).isEmpty())
        .collect(Collectors.toMap(Function.identity(), steering::pinned));
  }

  /** The planning of one order. */
  private final class Trial implements Planning.Bringing {
    private final Tx tx;
    private final Order order;
    private final @Nullable OrderFacts told;
    private final Planning planning;
    private @Nullable Facts facts;

    Trial(Tx tx, Order order, @Nullable OrderFacts told, Planning planning) {
      this.tx = tx;
      this.order = order;
      this.told = told;
      this.planning = planning;
    }

    Decided decide(
        Facts live, @Nullable PolicyInForce policy, PolicySource.Choice choice) {
      Facts on =
          told == null
              ? live
              : new Facts(
                  told.with(live.order().lines()), live.places(), live.stock(), live.tariffs(), live.now());
      facts = on;
      return Decider.decide(policy == null ? choice.of(on.order()) : policy, on);
    }

    @Override
    public boolean underWay(Order asked) {
      return aftermath.underWay(tx, planning.facts().transfers(order));
    }

    /** Whether each of them can be had is seen when it is asked for. */
    @Override
    public List<Planned.Transfer> request(Order asked, Then.Bring wish) {
      return wish.transfers();
    }
  }

  private static Map<UUID, Destination> destinations(List<Ask> asks) {
    Map<UUID, Destination> told = new HashMap<>();
    for (Ask ask : asks) {
      UUID ref = ask.order().parties().shipTo();
      if (ask.told() != null && ref != null) {
        told.put(ref, ask.told().destination());
      }
    }
    return told;
  }

  /** What locations have of the order and have not sent comes back, and every hold is released. */
  private static Order asIfNew(Tx tx, Order order) {
    Order now = order;
    for (Hold hold : order.openHolds()) {
      now = after(tx, now, new OrderCommand.ReleaseHold(hold.id(), "dry run", false, "tried"));
    }
    Set<String> places = order.placements().stream().map(Placement::location).collect(Collectors.toSet());
    return after(tx, now, new OrderCommand.TakeBack(places, Set.of(), "tried"));
  }

  private static Order after(Tx tx, Order order, OrderCommand command) {
    return OrderLifecycle.decide(order.id(), order, command, tx.now()) instanceof OrderDecision.Accepted accepted
        ? accepted.after()
        : order;
  }

  /** What the order had before and has no more. */
  private static List<Placement> given(Order before, Order after) {
    List<Placement> left = new ArrayList<>(after.placements());
    return before.placements().stream().filter(placement -> !left.remove(placement)).toList();
  }
}
