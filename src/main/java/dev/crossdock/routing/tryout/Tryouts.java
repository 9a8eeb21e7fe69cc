package dev.crossdock.routing.tryout;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.Demand;
import dev.crossdock.routing.DryRun;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.OrderFacts;
import dev.crossdock.routing.trials.CaseTrial;
import dev.crossdock.routing.trials.Parsed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tries a policy on one order as things are now; works in a read-only transaction. */
public final class Tryouts {

  private final DryRun dryRun;
  private final CaseTrial policies;
  private final PastedOrder pasting;
  private final OrderDetails details = new OrderDetails(new OrderCodec());
  private final Decisions decisions = new Decisions();

  public Tryouts(DryRun dryRun, CaseTrial policies, Catalog catalog, Ids ids) {
    this.dryRun = dryRun;
    this.policies = policies;
    this.pasting = new PastedOrder(catalog, ids);
  }

  /**
   * By which policy.
   *
   * @param pasted as it was pasted; null for one that is stored
   * @param version null for the pasted one, or those in force
   */
  public record By(@Nullable JsonNode pasted, @Nullable Integer version) {
    /** By those in force. */
    public static final By IN_FORCE = new By(null, null);
  }

  /**
   * Tries an order that is stored; empty when there is none.
   *
   * @param whole plans all that has not left, as if no hold were open and no location had anything of it; null to do so
   *     only where routing has nothing to decide on the order now
   */
  public Optional<Parsed<Tryout>> stored(Tx tx, OrderId id, By by, @Nullable Boolean whole) {
    return details.find(tx, id)
        .map(OrderDetails.History::order)
        .map(order -> tried(tx, order, by, whole == null ? nothingOpen(order) : whole, null));
  }

  /** Tries an order that somebody pasted. */
  public Parsed<Tryout> pasted(Tx tx, OrderFacts told, By by) {
    return tried(tx, pasting.of(tx, told), by, false, told);
  }

  private Parsed<Tryout> tried(Tx tx, Order order, By by, boolean whole, @Nullable OrderFacts told) {
    if (by.equals(By.IN_FORCE)) {
      return new Parsed.Read<>(tried(tx, new DryRun.Ask(order, whole, told), null));
    }
    return switch (policies.policy(tx, by.pasted(), by.version())) {
      case Parsed.Read<PolicyInForce>(PolicyInForce policy) ->
          new Parsed.Read<>(tried(tx, new DryRun.Ask(order, whole, told), policy));
      case Parsed.Wrong<PolicyInForce> wrong -> new Parsed.Wrong<>(wrong.faults());
    };
  }

  private Tryout tried(Tx tx, DryRun.Ask ask, @Nullable PolicyInForce policy) {
    DryRun.Tried tried = dryRun.plan(tx, List.of(ask), policy).getFirst();
    Order order = ask.order();
    boolean stored = ask.told() == null;
    List<Assignment> has = stored ? has(order, tried.demand(), ask.whole()) : List.of();
    Facts facts = tried.facts();
    return new Tryout(
        order,
        stored,
        ask.whole(),
        tried.plan().decided() == null ? "" : Objects.requireNonNull(tried.plan().decided()).policy(),
        tried.plan(),
        facts == null ? null : Outlay.of(tried.plan().assignments(), facts),
        stored ? decisions.ofOrder(tx, order.id()).stream().findFirst().orElse(null) : null,
        facts == null || has.isEmpty() ? null : Outlay.of(has, facts),
        stored ? Moves.between(tried.demand(), has, tried.plan().assignments()) : List.of(),
        tx.now());
  }

  /** Where the units that were planned are placed now. */
  static List<Assignment> has(Order order, Demand demand, boolean whole) {
    Set<Integer> lines = demand.lines().stream().map(Demand.Line::line).collect(Collectors.toSet());
    return order.placements().stream()
        .filter(p -> !p.shipped() && lines.contains(p.line()) && (whole || p.fulfilmentOrder() == null))
        .map(p -> assignment(order, p))
        .toList();
  }

  /** Where all of its units that have not left are placed. */
  static List<Assignment> placed(Order order) {
    return order.placements().stream().filter(p -> !p.shipped()).map(p -> assignment(order, p)).toList();
  }

  private static Assignment assignment(Order order, Placement placement) {
    String sku = Objects.requireNonNullElse(order.line(placement.line()).told().sku(), "");
    return new Assignment(placement.line(), sku, placement.location(), placement.units());
  }

  private static boolean nothingOpen(Order order) {
    return order.lines().stream().allMatch(line -> order.routable(line) == 0);
  }
}
