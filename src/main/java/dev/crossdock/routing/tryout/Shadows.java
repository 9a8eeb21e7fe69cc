package dev.crossdock.routing.tryout;

import dev.crossdock.orders.Order;
import dev.crossdock.routing.Demand;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.tryout.ShadowClock.TooLong;
import dev.crossdock.routing.tryout.internal.ShadowStore;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the versions in the shadow about the decisions of one batch. Whatever they do, the live decision stands: what
 * breaks or takes too long is cut off with a reason, and counted.
 */
final class Shadows {

  /** Why a shadow was cut off. */
  static final String TOO_LONG = "It took too long and was cut off.";

  private static final Logger LOG = System.getLogger(Shadows.class.getName());
  private static final int KEPT_OF_A_BATCH = 10;
  private static final long NANOS_PER_MICRO = 1_000;

  private final List<PolicyInForce> shadows;
  private final Instant now;
  private final ShadowClock clock;
  private final List<ShadowOrder> differing = new ArrayList<>();
  private final Map<Key, ShadowTally> tallies = new LinkedHashMap<>();

  /** What figures are kept by. */
  private record Key(int version, String currency) {}

  Shadows(List<PolicyInForce> shadows, Instant now, LongSupplier nanos) {
    this.clock = new ShadowClock(nanos);
    this.shadows = shadows.stream().map(clock::watching).toList();
    this.now = now;
  }

  /** Those that are kept, of each version the first few. */
  List<ShadowOrder> differing() {
    return differing;
  }

  /** What all of them came to. */
  List<ShadowStore.Told> told() {
    return tallies.entrySet().stream()
        .map(each -> new ShadowStore.Told(each.getKey().version(), each.getKey().currency(), each.getValue()))
        .toList();
  }

  /** Asks all shadows now; what they say is kept when the decision is recorded. */
  Consumer<UUID> beside(Order order, Facts facts, Decided decided) {
    List<Look> looks = new ArrayList<>();
    Outlay live = null;
    for (PolicyInForce shadow : shadows) {
      try {
        live = live == null ? Outlay.of(assignments(decided), facts) : live;
        looks.add(look(shadow, order, facts, decided, live));
      } catch (RuntimeException | StackOverflowError e) {
        LOG.log(Level.WARNING, "Nothing could be told of the shadow " + shadow.label(), e);
      }
    }
    return id -> looks.forEach(look -> keep(look, id));
  }

  /** What one shadow said, before it is known whether the decision is recorded. */
  private record Look(Key key, ShadowOrder order, boolean differs, ShadowTally tally) {}

  private Look look(PolicyInForce shadow, Order order, Facts facts, Decided decided, Outlay live) {
    long begin = clock.begin();
    Decided would = null;
    Outlay outlay = null;
    String trouble = null;
    try {
      would = Decider.decide(shadow, clock.watching(facts));
      outlay = Outlay.of(assignments(would), facts);
    } catch (TooLong e) {
      trouble = TOO_LONG;
    } catch (RuntimeException | StackOverflowError e) {
      trouble = "It broke: " + e.getClass().getSimpleName() + ".";
      LOG.log(Level.WARNING, "The shadow " + shadow.label() + " broke on order " + order.number(), e);
    }
    long tookUs = clock.end(begin) / NANOS_PER_MICRO;
    List<Move> moves =
        would == null ? List.of() : Moves.between(demand(facts), assignments(decided), assignments(would));
    boolean differs = would != null && (!moves.isEmpty() || !would.then().getClass().equals(decided.then().getClass()));
    String currency = order.identity().currency();
    ShadowOrder told =
        new ShadowOrder(
            shadow.version(), new UUID(0, 0), order.id().value(), order.number(), decided.policy(),
            decided.plan().sentence(), would == null ? null : would.rule(),
            would == null ? null : would.plan().sentence(), moves.stream().map(Move::sentence).toList(), outlay, live,
            currency, trouble, now);
    return new Look(
        new Key(shadow.version(), currency), told, differs,
        tally(decided, live, would, outlay, trouble, differs, tookUs));
  }

  private static ShadowTally tally(
      Decided decided, Outlay live, @Nullable Decided would, @Nullable Outlay outlay, @Nullable String trouble,
      boolean differs, long tookUs) {
    if (would == null || outlay == null) {
      boolean slow = TOO_LONG.equals(trouble);
      return new ShadowTally(1, 0, slow ? 0 : 1, slow ? 1 : 0, ShadowSums.NONE, ShadowSums.NONE, 0, 0, tookUs);
    }
    boolean priced = live.cost() != null && outlay.cost() != null;
    boolean dated = live.days() != null && outlay.days() != null;
    return new ShadowTally(
        1, differs ? 1 : 0, 0, 0, sums(would, outlay, priced, dated), sums(decided, live, priced, dated),
        priced ? 1 : 0, dated ? 1 : 0, tookUs);
  }

  private static ShadowSums sums(Decided decided, Outlay outlay, boolean priced, boolean dated) {
    Long cost = outlay.cost();
    Double days = outlay.days();
    return new ShadowSums(
        decided.plan().fits() ? 0 : 1, outlay.parcels(), outlay.late() ? 1 : 0,
        priced && cost != null ? cost : 0, dated && days != null ? days : 0);
  }

  private void keep(Look look, UUID decision) {
    tallies.merge(look.key(), look.tally(), ShadowTally::plus);
    int version = look.key().version();
    boolean worthIt = look.differs() || look.order().trouble() != null;
    if (worthIt && differing.stream().filter(one -> one.version() == version).count() < KEPT_OF_A_BATCH) {
      ShadowOrder o = look.order();
      differing.add(
          new ShadowOrder(
              o.version(), decision, o.order(), o.number(), o.decidedBy(), o.decided(), o.rule(), o.would(),
              o.moves(), o.outlay(), o.decidedOutlay(), o.currency(), o.trouble(), o.at()));
    }
  }

  private static List<Assignment> assignments(Decided decided) {
    List<Planned.Assignment> plan = decided.plan().assignments();
    return plan.stream().map(a -> new Assignment(a.line(), a.sku(), a.location(), a.units())).toList();
  }

  private static Demand demand(Facts facts) {
    return new Demand(
        facts.order().lines().stream()
            .map(line -> new Demand.Line(line.line(), line.sku(), line.units(), line.components()))
            .toList());
  }
}
