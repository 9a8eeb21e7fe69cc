package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.engine.Planned.Lack;
import dev.crossdock.routing.engine.Planned.Missing;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Why units have no place. */
final class Lacks {

  private final Problem problem;
  private final Admission admission;
  private final Layout best;

  Lacks(Problem problem, Admission admission, Layout best) {
    this.problem = problem;
    this.admission = admission;
    this.best = best;
  }

  /** In the order of the lines. */
  List<Missing> missing() {
    int[] left = best.left(problem);
    List<Missing> missing = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0) {
        Lack lack = lack(i);
        for (LineFacts line : problem.items.get(i).lines()) {
          missing.add(new Missing(line.line(), line.sku(), problem.items.get(i).unitsOf(line, left[i]), lack));
        }
      }
    }
    missing.sort(Comparator.comparingInt(Missing::line));
    return missing;
  }

  private Lack lack(int i) {
    Item item = problem.items.get(i);
    int here = 0;
    for (int[] caps : problem.caps) {
      here += caps[i];
    }
    if (here >= item.most() && best.parcels() >= problem.parcelsMost) {
      return Lack.PARCELS;
    }
    if (held(i) >= best.left(problem)[i]) {
      return Lack.LIMIT;
    }
    int elsewhere = barred(item);
    for (Admission.Out out : admission.out()) {
      elsewhere += alone(item, out.by(), out.place());
    }
    if (here + elsewhere >= item.most() && here < item.most()) {
      return Lack.KEPT_OUT;
    }
    return item.whole() && enough(item) ? Lack.WHOLE : Lack.NO_STOCK;
  }

  /** Pieces at a place that is kept out, though not because it can't ship at all. */
  private int alone(Item item, String by, Place place) {
    if (by.equals(Admission.CLOSED) || by.equals(Admission.MARKETPLACE)) {
      return 0;
    }
    int pieces = item.most();
    for (LineFacts line : item.lines()) {
      int units =
          line.components().stream()
              .mapToInt(part -> problem.facts.stock().available(part.sku(), place.code()) / part.units())
              .min()
              .orElse(0);
      pieces = Math.min(pieces, item.whole() ? units / line.units() : units);
    }
    return pieces;
  }

  /** Pieces that lie where no more may leave in one parcel. */
  private int held(int i) {
    int pieces = 0;
    for (int place = 0; place < problem.places.length; place++) {
      if (!problem.limits(problem.places[place]).isEmpty()) {
        pieces += problem.unlimited(place, i, best);
      }
    }
    return pieces;
  }

  /** Pieces at places that are asked and may not ship this item. */
  private int barred(Item item) {
    int pieces = 0;
    for (Place place : admission.admitted()) {
      pieces += problem.barred(item, place) ? alone(item, "", place) : 0;
    }
    return pieces;
  }

  /** Whether all places together have what the item is made of. */
  private boolean enough(Item item) {
    Map<String, Long> needs = new HashMap<>();
    for (LineFacts line : item.lines()) {
      for (Component part : line.components()) {
        needs.merge(part.sku(), (long) part.units() * line.units(), Long::sum);
      }
    }
    return needs.entrySet().stream()
        .allMatch(
            need ->
                admission.admitted().stream()
                        .mapToLong(place -> problem.facts.stock().available(need.getKey(), place.code()))
                        .sum()
                    >= need.getValue());
  }
}
