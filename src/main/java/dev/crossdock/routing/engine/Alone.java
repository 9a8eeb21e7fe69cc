package dev.crossdock.routing.engine;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A place as if it shipped alone what the plan ships: what it lacks, how it scores, and what would have to change for
 * it to win. All of it is computed from what the plan was computed from.
 */
final class Alone {

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
    return problem.apart ? coversEach(place) : coversAll(place);
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

  /** The smallest change that would have made it win; null where there is none that anybody could make. */
  @Nullable String wouldWin(Place place) {
    int lacks = lacks(place, shipped);
    boolean equal = Scale.compare(keys(place), best.keys) == 0;
    boolean better = Scale.compare(keys(place), best.keys) < 0 || (equal && closer(place));
    if (better) {
      return lacks == 0 ? null : "with " + lacks + " more unit" + (lacks == 1 ? "" : "s");
    }
    if (best.units < problem.facts.order().units()) {
      int all = lacks(place, problem.demand());
      int one = simple() ? lacks + 1 : all;
      return "with " + one + " more unit" + (one == 1 ? "" : "s");
    }
    String change = equal ? nearer(place) : lower(place);
    if (change == null) {
      return null;
    }
    return lacks == 0 ? change : "with " + lacks + " more unit" + (lacks == 1 ? "" : "s") + " and " + change;
  }

  /** Whether each unit stands for itself. */
  private boolean simple() {
    return problem.items.stream().allMatch(item -> !item.whole() && item.skus().length == 1 && item.needs()[0] == 1);
  }

  /** Whether it would come first with all else equal. */
  private boolean closer(Place place) {
    if (best.parcels() != 1) {
      return best.parcels() > 1;
    }
    return Admission.NEAREST.compare(place, problem.places[best.places[0]]) < 0;
  }

  private @Nullable String nearer(Place place) {
    Place winner = problem.places[best.places[0]];
    Double own = place.distanceKm();
    Double other = winner.distanceKm();
    if (own != null && other != null && own > other) {
      return "if it were " + Words.km(Math.max(1, own - other)) + " nearer";
    }
    if (own == null && other != null) {
      return "if it were known to be nearer than " + Words.km(other);
    }
    int priority = winner.location().priority() - (place.code().compareTo(winner.code()) < 0 ? 0 : 1);
    return "if its priority were " + priority;
  }

  private @Nullable String lower(Place place) {
    double[] keys = keys(place);
    int key = firstWorse(keys);
    String currency = problem.facts.order().currency();
    Rating rating = rating(key);
    if (rating == null) {
      double less = keys[key] - best.keys[key];
      Rating price = money();
      String what = price == null ? "all of it" : Words.title(price);
      String amount = Words.amount(Math.max(1, Math.ceil(less)), Rating.Unit.MONEY, currency);
      return "if " + what + " were " + amount + " lower";
    }
    int number = problem.scale.ratings().indexOf(rating);
    double band = problem.scale.band(number);
    double own = problem.scale.rate(parcel(place), problem.facts)[number];
    double goal = band > 0 ? (best.keys[key] + 1) * band : best.keys[key];
    double less = own - goal;
    return switch (rating.unit()) {
      case KILOMETRES -> "if it were " + Words.km(Math.max(1, Math.ceil(less))) + " nearer";
      case DAYS -> "if it were there " + Words.amount(Math.max(0.1, less), Rating.Unit.DAYS, currency) + " sooner";
      case MONEY ->
          "if " + Words.title(rating) + " were "
              + Words.amount(Math.max(1, Math.ceil(less)), Rating.Unit.MONEY, currency) + " lower";
      case UNITS, PARCELS, POINTS ->
          "if " + Words.title(rating) + " were "
              + Words.amount(Math.max(0.1, less), rating.unit(), currency) + " lower";
    };
  }

  private @Nullable Rating money() {
    for (int i = 0; i < problem.scale.ratings().size(); i++) {
      Rating rating = problem.scale.ratings().get(i);
      if (rating.unit() == Rating.Unit.MONEY && problem.scale.worth(i) > 0) {
        return rating;
      }
    }
    return null;
  }

  private @Nullable Rating rating(int key) {
    int number = problem.scale.ratingOf(key);
    return number < 0 ? null : problem.scale.ratings().get(number);
  }

  private int firstWorse(double[] keys) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != best.keys[i]) {
        return keys[i] > best.keys[i] ? i : -1;
      }
    }
    return -1;
  }

  private double[] keys(Place place) {
    return problem.scale.isEmpty()
        ? problem.scale.keys(Scale.NOTHING, 1)
        : problem.scale.keys(
            problem.scale.plus(problem.scale.none(), problem.scale.rate(parcel(place), problem.facts)), 1);
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

  /** Units of stock that are not there. */
  private int lacks(Place place, int[] pieces) {
    Map<String, Integer> needed = new HashMap<>();
    for (int i = 0; i < pieces.length; i++) {
      for (LineFacts line : problem.items.get(i).lines()) {
        int units = pieces[i] == 0 ? 0 : problem.items.get(i).unitsOf(line, pieces[i]);
        line.components().forEach(part -> needed.merge(part.sku(), units * part.units(), Integer::sum));
      }
    }
    return needed.entrySet().stream().mapToInt(e -> Math.max(0, e.getValue() - there(place, e.getKey()))).sum();
  }

  private int there(Place place, String sku) {
    return problem.facts.stock().available(sku, place.code());
  }
}
