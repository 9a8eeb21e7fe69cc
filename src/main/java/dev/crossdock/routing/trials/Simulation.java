package dev.crossdock.routing.trials;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.routing.engine.Decided;
import dev.crossdock.routing.engine.Decider;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One policy deciding on orders in the order in which they came, with stock of its own: what it promises is gone, what
 * came in is there from then on, and orders that found none are tried again with it. Pure, and not thread-safe.
 */
final class Simulation {

  /** More orders than that are not tried again; they count as unfilled. */
  static final int WAITING_MAX = 20_000;

  private final PolicyInForce policy;
  private final Pool pool = new Pool();
  private final Loads loads = new Loads();
  private final Tally tally = new Tally();
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, Set<UUID>> waitingFor = new HashMap<>();
  private int untried;

  Simulation(PolicyInForce policy) {
    this.policy = policy;
  }

  /** An order with units that have no place yet. */
  private record Waiting(PastOrder order, List<LineFacts> lines, boolean late) {
    int units() {
      return lines.stream().mapToInt(LineFacts::units).sum();
    }
  }

  /** What it decided on an order when it came. */
  record Choice(Decided decided, Trip trip) {}

  /** What lies there before anything happens. */
  void begin(StockKey key, int units) {
    pool.give(key, units);
  }

  /** How a level moves from now on, until something else is said. */
  void pace(PastStock.Pace pace) {
    pool.pace(pace);
  }

  /** What goods cost from now on. */
  void costs(Map<String, UnitCost> told) {
    pool.costs(told);
  }

  /** Decides on the next order. */
  Choice decide(PastOrder order, World world) {
    tally.order(order);
    return place(order, order.facts().lines(), world, order.came(), false);
  }

  /** Units came or went; who waits for them is tried again, the longest waiting first. */
  void moved(PastStock.Change move, World world) {
    pool.give(move.key(), move.units());
    Set<UUID> ids = waitingFor.get(move.key().sku());
    if (move.units() <= 0 || ids == null) {
      return;
    }
    for (UUID id : List.copyOf(ids)) {
      if (pool.available(move.key().sku(), move.key().location()) == 0) {
        break;
      }
      Waiting left = forget(id);
      if (left != null) {
        place(left.order(), left.lines(), world, move.learned(), left.late());
      }
    }
  }

  /** Nothing follows: what still waits found no place. */
  Tally end(Instant at) {
    for (Waiting left : waiting.values()) {
      tally.unfilled(left.order(), left.units());
      Instant promised = left.order().facts().deliverBy();
      if (!left.late() && promised != null && promised.isBefore(at)) {
        tally.late(left.order());
      }
    }
    waiting.clear();
    waitingFor.clear();
    return tally;
  }

  /** Orders that were not tried again because too many waited. */
  int untried() {
    return untried;
  }

  private Choice place(PastOrder order, List<LineFacts> lines, World world, Instant now, boolean late) {
    pool.at(now);
    Facts facts = facts(order, lines, world, now);
    Decided decided = Decider.decide(policy, facts);
    Map<Integer, LineFacts> byNumber = new HashMap<>();
    lines.forEach(line -> byNumber.put(line.line(), line));
    Set<String> places = new HashSet<>();
    for (Planned.Assignment assignment : decided.plan().assignments()) {
      LineFacts line = byNumber.get(assignment.line());
      if (line != null) {
        pool.take(line.components(), assignment.location(), assignment.units());
        places.add(assignment.location());
      }
    }
    facts.places().stream().filter(place -> places.contains(place.code())).forEach(place -> loads.add(place, now));
    Trip trip = Trips.of(decided.plan().assignments(), facts, delay(decided, now));
    tally.shipped(order, trip);
    boolean lateNow = late || trip.late();
    if (trip.late() && !late) {
      tally.late(order);
    }
    List<LineFacts> rest = rest(decided.plan(), byNumber);
    if (!rest.isEmpty()) {
      wait(new Waiting(order, rest, lateNow));
    }
    return new Choice(decided, trip);
  }

  private static Duration delay(Decided decided, Instant now) {
    return switch (decided.then()) {
      case Decided.Then.Bring bring -> Duration.ofDays(bring.days());
      case Decided.Then.Later(Instant at) -> Duration.between(now, at);
      case Decided.Then.Ship ignored -> Duration.ZERO;
      case Decided.Then.Wait ignored -> Duration.ZERO;
      case Decided.Then.Ask ignored -> Duration.ZERO;
      case Decided.Then.CancelAt ignored -> Duration.ZERO;
    };
  }

  private Facts facts(PastOrder order, List<LineFacts> lines, World world, Instant now) {
    List<Place> places = new ArrayList<>(world.sites().size());
    for (World.Site site : world.sites()) {
      places.add(
          new Place(
              site.location(), site.profile(), loads.of(site.location(), now),
              site.distanceKm(order.facts().destination().point())));
    }
    return new Facts(order.facts().with(lines), places, pool, world.tariffs(), now);
  }

  private static List<LineFacts> rest(Planned plan, Map<Integer, LineFacts> lines) {
    Map<Integer, Integer> missing = new HashMap<>();
    plan.missing().forEach(lack -> missing.merge(lack.line(), lack.units(), Integer::sum));
    List<LineFacts> rest = new ArrayList<>();
    missing.forEach(
        (number, units) -> {
          LineFacts line = lines.get(number);
          if (line != null) {
            rest.add(new LineFacts(number, line.sku(), units, line.unitPrice(), line.components(), line.item()));
          }
        });
    return rest;
  }

  private void wait(Waiting left) {
    waiting.put(left.order().id(), left);
    if (waiting.size() > WAITING_MAX) {
      untried++;
      return;
    }
    for (LineFacts line : left.lines()) {
      line.components()
          .forEach(
              part ->
                  waitingFor.computeIfAbsent(part.sku(), sku -> new LinkedHashSet<>()).add(left.order().id()));
    }
  }

  private @Nullable Waiting forget(UUID id) {
    Waiting left = waiting.remove(id);
    if (left != null) {
      for (LineFacts line : left.lines()) {
        line.components().forEach(part -> waitingFor.getOrDefault(part.sku(), Set.of()).remove(id));
      }
    }
    return left;
  }
}
