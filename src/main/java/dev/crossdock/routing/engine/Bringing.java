package dev.crossdock.routing.engine;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.engine.Planned.Assignment;
import dev.crossdock.routing.engine.Planned.Transfer;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units that are brought from where they lie to where an order leaves from. */
final class Bringing {

  private Bringing() {}

  /** Units without a place; nothing when there is nowhere to bring them to, or not all of them are anywhere. */
  static List<Transfer> missing(Strategy strategy, Facts facts, Planned plan) {
    String to = goal(plan);
    if (to == null || barred(strategy, facts, plan, to)) {
      return List.of();
    }
    Map<String, Integer> needs = new HashMap<>();
    for (Planned.Missing missing : plan.missing()) {
      for (Component part : line(facts, missing.line()).components()) {
        needs.merge(part.sku(), missing.units() * part.units(), Integer::sum);
      }
    }
    plan.assignments().forEach(a -> taken(facts, a, needs, to));
    return found(facts, plan, needs, to);
  }

  /** Whether the place may not ship what would be brought there, though it has none of it yet. */
  private static boolean barred(Strategy strategy, Facts facts, Planned plan, String to) {
    Place place = facts.places().stream().filter(p -> p.code().equals(to)).findFirst().orElseThrow();
    for (Planned.Missing missing : plan.missing()) {
      for (Filter filter : strategy.filters()) {
        if (filter instanceof LineFilter fence
            && fence.judge(line(facts, missing.line()), place, facts) instanceof Ruling.Out) {
          return true;
        }
      }
    }
    return !allowed(strategy.filters(), leaving(facts, plan, place), facts);
  }

  /** What would leave the place at once. */
  private static Parcel leaving(Facts facts, Planned plan, Place place) {
    List<Parcel.Part> parts = new ArrayList<>();
    for (Planned.Assignment own : plan.assignments()) {
      if (own.location().equals(place.code())) {
        parts.add(new Parcel.Part(line(facts, own.line()), own.units()));
      }
    }
    plan.missing().forEach(missing -> parts.add(new Parcel.Part(line(facts, missing.line()), missing.units())));
    return new Parcel(place, parts);
  }

  /** Whether it may leave in one parcel. */
  private static boolean allowed(List<Filter> filters, Parcel parcel, Facts facts) {
    for (Filter filter : filters) {
      if (filter instanceof Filter.Limiting fence && !fence.allows(parcel, facts)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable String goal(Planned plan) {
    return plan.parcels().stream()
        .max(Comparator.comparingInt(Planned.ParcelScore::units))
        .map(Planned.ParcelScore::location)
        .orElseGet(
            () ->
                plan.candidates().stream()
                    .filter(c -> c.verdict() != Planned.Verdict.EXCLUDED)
                    .map(Planned.Candidate::location)
                    .findFirst()
                    .orElse(null));
  }

  /** What lies at the goal and is not taken by the plan is not brought. */
  private static void taken(Facts facts, Assignment assigned, Map<String, Integer> needs, String to) {
    if (assigned.location().equals(to)) {
      for (Component part : line(facts, assigned.line()).components()) {
        needs.computeIfPresent(part.sku(), (sku, units) -> units + assigned.units() * part.units());
      }
    }
  }

  private static List<Transfer> found(Facts facts, Planned plan, Map<String, Integer> needs, String to) {
    Map<String, Integer> left = new HashMap<>();
    needs.forEach((sku, units) -> left.put(sku, units - Math.min(units, facts.stock().available(sku, to))));
    List<Transfer> transfers = new ArrayList<>();
    for (Place place : facts.places().stream().sorted(Admission.NEAREST).toList()) {
      if (place.code().equals(to) || !place.location().active() || !ships(place)) {
        continue;
      }
      left.keySet().stream()
          .sorted()
          .forEach(
              sku -> {
                int free = facts.stock().available(sku, place.code()) - used(facts, plan, sku, place.code());
                int units = Math.min(left.getOrDefault(sku, 0), free);
                if (units > 0) {
                  transfers.add(new Transfer(place.code(), to, sku, units));
                  left.merge(sku, -units, Integer::sum);
                }
              });
    }
    return left.values().stream().allMatch(units -> units == 0) ? List.copyOf(transfers) : List.of();
  }

  private static boolean ships(Place place) {
    return switch (place.location().kind()) {
      case WAREHOUSE, STORE, THREE_PL -> true;
      case DROPSHIP, MARKETPLACE -> false;
    };
  }

  private static int used(Facts facts, Planned plan, String sku, String location) {
    int units = 0;
    for (Assignment assigned : plan.assignments()) {
      if (assigned.location().equals(location)) {
        for (Component part : line(facts, assigned.line()).components()) {
          units += part.sku().equals(sku) ? part.units() * assigned.units() : 0;
        }
      }
    }
    return units;
  }

  private static LineFacts line(Facts facts, int number) {
    return facts.order().lines().stream().filter(line -> line.line() == number).findFirst().orElseThrow();
  }

  /** A split order, brought where most of it lies; nothing when it leaves in one parcel anyway, or would be late. */
  static List<Transfer> together(Strategy strategy, Problem problem, Layout best, boolean fits) {
    Split.Consolidate wish = strategy.split().consolidate();
    if (wish == null || !fits || best.parcels() < 2 || wish.transferDays() > wish.waitDaysMost()) {
      return List.of();
    }
    int hub = 0;
    for (int n = 1; n < best.places.length; n++) {
      hub = problem.units(best.pieces[n]) > problem.units(best.pieces[hub]) ? n : hub;
    }
    Place to = problem.places[best.places[hub]];
    boolean mayShipAll =
        problem.items.stream().noneMatch(item -> problem.barred(item, to))
            && allowed(strategy.filters(), problem.parcel(to, problem.demand()), problem.facts);
    return mayShipAll && inTime(problem, best.places[hub], wish) ? transfers(problem, best, hub) : List.of();
  }

  private static boolean inTime(Problem problem, int hub, Split.Consolidate wish) {
    Facts facts = problem.facts;
    Parcel all = problem.parcel(problem.places[hub], problem.demand());
    Instant leaves = Scale.DaysUnderWay.leaves(all.place(), facts.now().plus(Duration.ofDays(wish.transferDays())));
    return before(leaves, facts.order().shipBy())
        && before(Scale.DaysUnderWay.arrives(all, facts, leaves), facts.order().deliverBy());
  }

  private static boolean before(Instant when, @Nullable Instant limit) {
    return limit == null || !when.isAfter(limit);
  }

  private static List<Transfer> transfers(Problem problem, Layout best, int hub) {
    String to = problem.places[best.places[hub]].code();
    Map<List<String>, Integer> units = new LinkedHashMap<>();
    for (int n = 0; n < best.places.length; n++) {
      if (n != hub) {
        String from = problem.places[best.places[n]].code();
        for (Parcel.Part part : problem.parcel(problem.places[best.places[n]], best.pieces[n]).parts()) {
          for (Component component : part.line().components()) {
            units.merge(Arrays.asList(from, component.sku()), part.units() * component.units(), Integer::sum);
          }
        }
      }
    }
    return units.entrySet().stream()
        .map(e -> new Transfer(e.getKey().getFirst(), to, e.getKey().getLast(), e.getValue()))
        .toList();
  }
}
