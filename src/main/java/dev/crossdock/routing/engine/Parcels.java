package dev.crossdock.routing.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parcels that places could give. Where nothing is rated and no item takes from another, each place gives all it
 * has; else all sharings of the order are there, each rated once.
 */
final class Parcels {

  /** More of them than this take too long to rate. */
  static final int OPTIONS_MAX = 4_000;

  private final Problem problem;
  private final @Nullable List<List<Option>> all;

  private Parcels(Problem problem, @Nullable List<List<Option>> all) {
    this.problem = problem;
    this.all = all;
  }

  /** A parcel: by item, the pieces it has. */
  record Option(int[] pieces, int units, double[] scores) {}

  /** Nothing when there are too many. */
  static @Nullable Parcels of(Problem problem) {
    if (problem.scale.isEmpty() && problem.apart) {
      return new Parcels(problem, null);
    }
    long count = 0;
    for (int[] caps : problem.caps) {
      long here = 1;
      for (int cap : caps) {
        here = Math.min(OPTIONS_MAX + 1, here * (cap + 1));
      }
      count += here;
      if (count > OPTIONS_MAX) {
        return null;
      }
    }
    List<List<Option>> all = new ArrayList<>();
    for (int place = 0; place < problem.places.length; place++) {
      List<Option> options = new ArrayList<>();
      spell(problem, place, 0, new int[problem.items.size()], options);
      all.add(options);
    }
    return new Parcels(problem, all);
  }

  /** More first. */
  private static void spell(Problem problem, int place, int item, int[] pieces, List<Option> options) {
    if (item < pieces.length) {
      for (int n = problem.caps[place][item]; n >= 0; n--) {
        pieces[item] = n;
        spell(problem, place, item + 1, pieces, options);
      }
      return;
    }
    int units = problem.units(pieces);
    if (units > 0 && problem.has(place, pieces)) {
      options.add(new Option(pieces.clone(), units, problem.rate(place, pieces)));
    }
  }

  /** Of which some may want more than what is left. */
  List<Option> of(int place, int[] left) {
    if (all != null) {
      return all.get(place);
    }
    int[] most = problem.most(place, left);
    return most == null ? List.of() : List.of(new Option(most, problem.units(most), Scale.NOTHING));
  }

  /** The least that a parcel from there scores. */
  double least(int place, int rating) {
    double least = Double.MAX_VALUE;
    for (Option option : all == null ? List.<Option>of() : all.get(place)) {
      least = Math.min(least, option.scores()[rating]);
    }
    return least;
  }
}
