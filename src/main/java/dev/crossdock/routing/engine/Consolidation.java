package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.engine.Planned.Transfer;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a split order together where most of it lies, if it is still there in time. */
final class Consolidation {

  private Consolidation() {}

  /** Nothing when the order leaves in one parcel anyway, or would be late. */
  static List<Transfer> of(Split split, Problem problem, Layout best, boolean fits) {
    Split.Consolidate wish = split.consolidate();
    if (wish == null || !fits || best.parcels() < 2 || wish.transferDays() > wish.waitDaysMost()) {
      return List.of();
    }
    int hub = 0;
    for (int n = 1; n < best.places.length; n++) {
      hub = problem.units(best.pieces[n]) > problem.units(best.pieces[hub]) ? n : hub;
    }
    return inTime(problem, best.places[hub], wish) ? transfers(problem, best, hub) : List.of();
  }

  private static boolean inTime(Problem problem, int hub, Split.Consolidate wish) {
    Facts facts = problem.facts;
    Parcel all = problem.parcel(problem.places[hub], problem.demand());
    Instant leaves = DaysUnderWay.leaves(all.place(), facts.now().plus(Duration.ofDays(wish.transferDays())));
    return before(leaves, facts.order().shipBy())
        && before(DaysUnderWay.arrives(all, facts, leaves), facts.order().deliverBy());
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
