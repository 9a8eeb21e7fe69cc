package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Rating;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries every set of places, and every way to share the order out among them, except those that can't be better than
 * the best found so far. Gives up after so many steps.
 */
final class Exact {

  /** Above so many cells of places and items nobody needs to begin. */
  private static final int CELLS_MAX = 100_000;

  private final Problem problem;
  private final Parcels parcels;
  private final Bounds bounds;
  private final int stepsMax;
  private Layout best;
  private int steps;

  private final int[] chosen;
  private final int[][] given;

  private Exact(Problem problem, Parcels parcels, Layout best, int stepsMax) {
    this.problem = problem;
    this.parcels = parcels;
    this.bounds = new Bounds(problem, parcels);
    this.best = best;
    this.stepsMax = stepsMax;
    this.chosen = new int[Math.min(problem.places.length, problem.parcelsMost)];
    this.given = new int[chosen.length][];
  }

  /**
   * What came of it.
   *
   * @param whole whether there is nothing better
   */
  record Result(Layout best, boolean whole, int steps) {}

  static Result search(Problem problem, Layout known, int stepsMax) {
    long cells = (long) problem.places.length * problem.items.size();
    Parcels parcels = cells > CELLS_MAX ? null : Parcels.of(problem);
    if (parcels == null) {
      return new Result(known, problem.places.length == 0, 0);
    }
    Exact exact = new Exact(problem, parcels, known, stepsMax);
    exact.extend(0, new State(0, problem.demand(), 0, problem.scale.none(), 0));
    return new Result(exact.best, exact.steps <= stepsMax, exact.steps);
  }

  /** The first parcels of a plan. */
  record State(int parcels, int[] left, int units, double[] totals, double km) {}

  private void extend(int from, State state) {
    for (int place = from; place < problem.places.length; place++) {
      if (!bounds.mayBeat(best, state, place)) {
        return;
      }
      for (Parcels.Option option : parcels.of(place, state.left())) {
        steps += 1 + option.pieces().length / 8;
        if (steps > stepsMax) {
          return;
        }
        if (fits(option.pieces(), state.left())) {
          add(place, option, state);
        }
      }
    }
  }

  private void add(int place, Parcels.Option option, State state) {
    chosen[state.parcels()] = place;
    given[state.parcels()] = option.pieces();
    int[] left = state.left().clone();
    for (int i = 0; i < left.length; i++) {
      left[i] -= option.pieces()[i];
    }
    State next =
        new State(
            state.parcels() + 1,
            left,
            state.units() + option.units(),
            problem.scale.plus(state.totals(), option.scores()),
            state.km() + Admission.km(problem.places[place]));
    consider(next);
    if (next.parcels() < chosen.length) {
      extend(place + 1, next);
    }
  }

  private void consider(State state) {
    if (bounds.maySettle(best, state)) {
      Layout layout =
          Layout.of(problem, Arrays.copyOf(chosen, state.parcels()), Arrays.copyOf(given, state.parcels()));
      if (layout.beats(best)) {
        best = layout;
      }
    }
  }

  private static boolean fits(int[] pieces, int[] left) {
    for (int i = 0; i < pieces.length; i++) {
      if (pieces[i] > left[i]) {
        return false;
      }
    }
    return true;
  }

  /** What a plan that has begun can become at best, given that the places before a certain one are decided on. */
  private static final class Bounds {

    private final Problem problem;

    /** By place and item: pieces that this place and those after it have. */
    private final int[][] later;

    /** By place: units that the best of this place and those after it gives alone. */
    private final int[] mostUnits;

    /** By place and rating: the least that any parcel from this place or those after it scores. */
    private final double[][] least;

    Bounds(Problem problem, Parcels parcels) {
      this.problem = problem;
      int places = problem.places.length;
      int items = problem.items.size();
      int ratings = problem.scale.none().length;
      this.later = new int[places + 1][items];
      this.mostUnits = new int[places + 1];
      this.least = new double[places + 1][ratings];
      for (int r = 0; r < ratings; r++) {
        least[places][r] = Double.MAX_VALUE;
      }
      for (int place = places - 1; place >= 0; place--) {
        for (int i = 0; i < items; i++) {
          later[place][i] = Math.min(problem.items.get(i).most(), later[place + 1][i] + problem.caps[place][i]);
        }
        mostUnits[place] = Math.max(mostUnits[place + 1], problem.units(problem.caps[place]));
        for (int r = 0; r < ratings; r++) {
          least[place][r] = Math.min(least[place + 1][r], parcels.least(place, r));
        }
      }
    }

    /** Whether the plan, with parcels from this place or those after it, may become better than the best. */
    boolean mayBeat(Layout best, State state, int place) {
      int reach = state.units() + reach(state, place);
      if (reach != best.units) {
        return reach > best.units;
      }
      if (reach == state.units()) {
        return false;
      }
      int more = (best.units - state.units() + mostUnits[place] - 1) / mostUnits[place];
      int order = Scale.compare(problem.scale.keys(totals(state, place, more), state.parcels() + more), best.keys);
      order = order != 0 ? order : Integer.compare(state.parcels() + more, best.parcels());
      double km = state.km() + more * Admission.km(problem.places[place]);
      return order < 0 || (order == 0 && km <= best.km());
    }

    /** Whether the plan as it is may be better than the best. */
    boolean maySettle(Layout best, State state) {
      if (state.units() != best.units) {
        return state.units() > best.units;
      }
      int order = Scale.compare(problem.scale.keys(state.totals(), state.parcels()), best.keys);
      order = order != 0 ? order : Integer.compare(state.parcels(), best.parcels());
      return order < 0 || (order == 0 && state.km() <= best.km());
    }

    private int reach(State state, int place) {
      int parcels = Math.min(problem.parcelsMost, problem.places.length) - state.parcels();
      int units = 0;
      for (int i = 0; i < state.left().length; i++) {
        units += Math.min(state.left()[i], later[place][i]) * problem.items.get(i).units();
      }
      return (int) Math.min(units, (long) parcels * mostUnits[place]);
    }

    private double[] totals(State state, int place, int more) {
      double[] totals = state.totals().clone();
      for (int r = 0; r < totals.length; r++) {
        totals[r] =
            problem.scale.ratings().get(r).over() == Rating.Over.SUM
                ? totals[r] + more * least[place][r]
                : Math.max(totals[r], least[place][r]);
      }
      return totals;
    }
  }

  /**
   * The parcels that places could give. Where nothing is rated and no item takes from another, each place gives all it
   * has; else all sharings of the order are there, each rated once.
   */
  private static final class Parcels {

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
}
