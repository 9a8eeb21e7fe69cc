package dev.crossdock.routing.trials;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A draft, the policy in force, and what really happened, on the same orders with the same stock to begin with. Pure,
 * and not thread-safe; it holds levels and what waits, never the orders that are done with.
 */
final class Race {

  private final Simulation draft;
  private final Simulation active;
  private final Tally really = new Tally();
  private final PriorityQueue<PastStock.Change> moves =
      new PriorityQueue<>(Comparator.comparing(PastStock.Change::learned));
  private int orders;
  private int erased;
  private int different;

  Race(PolicyInForce draft, PolicyInForce active) {
    this.draft = new Simulation(draft);
    this.active = new Simulation(active);
  }

  void begin(StockKey key, int units) {
    draft.begin(key, units);
    active.begin(key, units);
  }

  /** How a level moves by what was known when the next order came. */
  void costs(Map<String, UnitCost> told) {
    draft.costs(told);
    active.costs(told);
  }

  void pace(PastStock.Pace pace) {
    draft.pace(pace);
    active.pace(pace);
  }

  /** Units that come or go later, or have done so since it began. */
  void expect(PastStock.Change move) {
    moves.add(move);
  }

  /** How many movements are known and still to come. */
  int expected() {
    return moves.size();
  }

  /** The next order; what is told of it when the ways differ. */
  @Nullable Difference order(PastOrder order, World world) {
    catchUp(order.came(), world);
    orders++;
    erased += order.erased() ? 1 : 0;
    Simulation.Choice drafted = draft.decide(order, world);
    Simulation.Choice activated = active.decide(order, world);
    Trip happened = happened(order, world);
    Set<String> draftPlan = plan(drafted.decided().plan().assignments());
    Set<String> activePlan = plan(activated.decided().plan().assignments());
    Set<String> realPlan = plan(order.really());
    if (draftPlan.equals(activePlan) && draftPlan.equals(realPlan)) {
      return null;
    }
    different++;
    return new Difference(
        order.id(),
        order.facts().number(),
        drafted.decided().plan().sentence(),
        activated.decided().plan().sentence(),
        words(order, world),
        !draftPlan.equals(activePlan),
        cost(drafted.trip()),
        cost(activated.trip()),
        cost(happened),
        order.facts().currency());
  }

  /** Nothing follows. */
  Outcome end(Instant at, World world) {
    catchUp(at, world);
    int untried = draft.untried() + active.untried();
    Tally drafted = draft.end(at);
    Tally activated = active.end(at);
    return new Outcome(
        side(drafted), side(activated), side(really), orders, different, erased, untried);
  }

  /** What was found so far. */
  record Outcome(Side draft, Side active, Side really, int orders, int different, int erased, int untried) {}

  private static Side side(Tally tally) {
    return new Side(tally.figures(), tally.byLocation(), tally.byChannel());
  }

  private void catchUp(Instant until, World world) {
    for (PastStock.Change move = moves.peek(); move != null && !move.learned().isAfter(until); move = moves.peek()) {
      moves.remove();
      draft.moved(move, world);
      active.moved(move, world);
    }
  }

  private Trip happened(PastOrder order, World world) {
    List<Place> places =
        world.sites().stream()
            .map(
                site ->
                    new Place(
                        site.location(), site.profile(), PlaceLoad.NONE,
                        site.distanceKm(order.facts().destination().point())))
            .toList();
    Facts facts = new Facts(order.facts(), places, new Pool(), world.tariffs(), order.came());
    Trip trip = Trips.of(order.really(), facts, Duration.ZERO);
    really.order(order);
    really.shipped(order, trip);
    if (trip.late()) {
      really.late(order);
    }
    int missing = order.facts().units() - order.really().stream().mapToInt(Assignment::units).sum();
    if (missing > 0) {
      really.unfilled(order, missing);
    }
    return trip;
  }

  /** Where it went, as people read it. */
  private static String words(PastOrder order, World world) {
    Map<String, List<String>> parcels = new TreeMap<>();
    for (Assignment part : order.really()) {
      parcels.computeIfAbsent(part.location(), first -> new ArrayList<>()).add(part.units() + " × " + part.sku());
    }
    if (parcels.isEmpty()) {
      return "It has no place.";
    }
    return parcels.entrySet().stream()
        .map(entry -> world.name(entry.getKey()) + " (" + String.join(", ", entry.getValue()) + ")")
        .collect(Collectors.joining(", ", "It went from ", "."));
  }

  private static Set<String> plan(List<Assignment> assignments) {
    return assignments.stream()
        .collect(
            Collectors.groupingBy(
                a -> a.location() + ": line " + a.line(), Collectors.summingInt(Assignment::units)))
        .entrySet()
        .stream()
        .map(entry -> entry.getKey() + " x " + entry.getValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static @Nullable Long cost(Trip trip) {
    if (trip.stops().isEmpty()) {
      return null;
    }
    long sum = 0;
    for (Trip.Stop stop : trip.stops()) {
      Long cost = stop.cost();
      if (cost == null) {
        return null;
      }
      sum += cost;
    }
    return sum;
  }
}
