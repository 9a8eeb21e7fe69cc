package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A place as if it shipped alone what the plan ships: what it lacks, how it scores, and what it lacks.
 * All of it is computed from what the plan was computed from.
 */
final class Alone {

  /** So many plans are thought of, and so many shortages tried. */
  private static final int WANTED_MAX = 12;

  private static final int TRIED_MAX = 4;
  private static final int PARCELS_MAX = 4;

  private final Problem problem;
  private final Layout best;
  private final int[] shipped;

  Alone(Problem problem, Layout best) {
    this.problem = problem;
    this.best = best;
    this.shipped = problem.demand();
    int[] left = best.left(problem);
    for (int i = 0; i < shipped.length; i++) {
      shipped[i] -= left[i];
    }
  }

  /** Units of the order that it has. */
  int covers(Place place) {
    if (!problem.limits(place).isEmpty()) {
      return coversSome(place);
    }
    return problem.apart ? coversEach(place) : coversAll(place);
  }

  /** What may leave in one parcel. */
  private int coversSome(Place place) {
    for (int n = 0; n < problem.places.length; n++) {
      if (problem.places[n].code().equals(place.code())) {
        int[] most = problem.most(n, problem.demand());
        return most == null ? 0 : problem.units(most);
      }
    }
    return 0;
  }

  /** Where no item wants the SKU of another. */
  private int coversEach(Place place) {
    int units = 0;
    for (Item item : problem.items) {
      int pieces = problem.barred(item, place) ? 0 : item.most();
      for (LineFacts line : item.lines()) {
        int each = item.whole() ? line.units() : 1;
        for (Component part : line.components()) {
          pieces = Math.min(pieces, there(place, part.sku()) / (part.units() * each));
        }
      }
      units += pieces * item.units();
    }
    return units;
  }

  private int coversAll(Place place) {
    Map<String, Integer> taken = new HashMap<>();
    int units = 0;
    for (Item item : problem.items) {
      int pieces = problem.barred(item, place) ? 0 : item.most();
      for (LineFacts line : item.lines()) {
        int each = item.whole() ? line.units() : 1;
        for (Component part : line.components()) {
          int there = there(place, part.sku()) - taken.getOrDefault(part.sku(), 0);
          pieces = Math.min(pieces, Math.max(0, there / (part.units() * each)));
        }
      }
      for (LineFacts line : item.lines()) {
        int each = item.whole() ? line.units() : 1;
        for (Component part : line.components()) {
          taken.merge(part.sku(), pieces * each * part.units(), Integer::sum);
        }
      }
      units += pieces * item.units();
    }
    return units;
  }

  List<Planned.Part> parts(Place place) {
    return problem.scale.isEmpty() || best.parcels() == 0
        ? List.of()
        : problem.scale.parts(problem.scale.rate(parcel(place), problem.facts));
  }

  /** What its ratings say, the first two of them. */
  String because(Place place) {
    Parcel parcel = best.parcels() == 1 ? parcel(place) : own(place);
    List<String> clauses = new ArrayList<>();
    for (Rating rating : problem.scale.ratings()) {
      if (clauses.size() < 2) {
        clauses.add(rating.because(parcel, problem.facts));
      }
    }
    return String.join(", ", clauses);
  }

  /** In what it is worse than the plan, as a clause. */
  String worse(Place place) {
    int key = firstWorse(keys(place));
    if (key < 0) {
      return place.distanceKm() == null || Admission.km(place) <= best.km()
          ? "comes later in priority"
          : "is farther away";
    }
    Rating rating = rating(key);
    return rating == null ? "is worth less in all" : rating.because(parcel(place), problem.facts);
  }

  /** Units of stock it lacks for a plan that may be as good, by SKU: the fewest first. */
  List<Map<String, Integer>> lacks(Place place) {
    List<int[]> wanted = new ArrayList<>();
    wanted.add(shipped);
    wanted.add(problem.demand());
    if (best.parcels() <= PARCELS_MAX) {
      wanted.addAll(List.of(best.pieces));
    }
    int[] left = best.left(problem);
    for (int i = 0; i < left.length && wanted.size() < WANTED_MAX; i++) {
      if (left[i] > 0) {
        int[] one = shipped.clone();
        one[i]++;
        wanted.add(one);
      }
    }
    return wanted.stream()
        .map(pieces -> lacking(place, pieces))
        .filter(units -> !units.isEmpty())
        .distinct()
        .sorted(Comparator.comparingInt(units -> units.values().stream().mapToInt(n -> n).sum()))
        .limit(TRIED_MAX)
        .toList();
  }

  /** What it lacks to send all that the plan sends. */
  Map<String, Integer> lacksOfShipped(Place place) {
    return lacking(place, shipped);
  }

  /** What it lacks to send the whole order. */
  Map<String, Integer> lacksOfAll(Place place) {
    return lacking(place, problem.demand());
  }

  private @Nullable Rating rating(int key) {
    int number = problem.scale.ratingOf(key);
    return number < 0 ? null : problem.scale.ratings().get(number);
  }

  /** The first key by which it is worse than the plan; -1 where it is not. */
  int firstWorse(double[] keys) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != best.keys[i]) {
        return keys[i] > best.keys[i] ? i : -1;
      }
    }
    return -1;
  }

  /** As if it sent alone what the plan sends. */
  double[] keys(Place place) {
    return problem.scale.isEmpty()
        ? problem.scale.keys(Scale.NOTHING, 1)
        : problem.scale.keys(
            problem.scale.plus(problem.scale.none(), problem.scale.rate(parcel(place), problem.facts)), 1);
  }

  /** By rating, as if it sent alone what the plan sends. */
  double[] scores(Place place) {
    return problem.scale.rate(parcel(place), problem.facts);
  }

  private Parcel parcel(Place place) {
    return problem.parcel(place, shipped);
  }

  private Parcel own(Place place) {
    for (int n = 0; n < best.places.length; n++) {
      if (problem.places[best.places[n]].code().equals(place.code())) {
        return problem.parcel(place, best.pieces[n]);
      }
    }
    return parcel(place);
  }

  /** Units of stock that are not there, in the order of the SKUs. */
  private Map<String, Integer> lacking(Place place, int[] pieces) {
    Map<String, Integer> needed = new TreeMap<>();
    for (int i = 0; i < pieces.length; i++) {
      for (LineFacts line : problem.items.get(i).lines()) {
        int units = pieces[i] == 0 ? 0 : problem.items.get(i).unitsOf(line, pieces[i]);
        line.components().forEach(part -> needed.merge(part.sku(), units * part.units(), Integer::sum));
      }
    }
    needed.replaceAll((sku, units) -> Math.max(0, units - there(place, sku)));
    needed.values().removeIf(units -> units == 0);
    return needed;
  }

  private int there(Place place, String sku) {
    return problem.facts.stock().available(sku, place.code());
  }
}
