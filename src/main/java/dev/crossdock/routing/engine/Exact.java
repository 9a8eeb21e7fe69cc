package dev.crossdock.routing.engine;

import java.util.Arrays;

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
}
