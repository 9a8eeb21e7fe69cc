package dev.crossdock.routing.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds a good plan fast: the best single place, or the places that help most one after the other, made better by
 * leaving places out, adding and exchanging them, until nothing helps or the steps are used up.
 */
final class Bounded {

  /** Places that are tried in exchange for others. */
  private static final int TRIED_MAX = 24;

  /** Cells of places and items that are looked at before whoever is left is simply taken in turn. */
  private static final long LOOKS_MAX = 5_000_000;

  private final Problem problem;
  private final int stepsMax;
  private int steps;
  private long looks;

  private Bounded(Problem problem, int stepsMax) {
    this.problem = problem;
    this.stepsMax = stepsMax;
  }

  record Result(Layout best, int steps) {}

  static Result search(Problem problem, int stepsMax) {
    Bounded bounded = new Bounded(problem, stepsMax);
    return new Result(bounded.improved(bounded.begin()), bounded.steps);
  }

  private Layout begin() {
    Layout best = Layout.empty(problem);
    int[] demand = problem.demand();
    for (int place = 0; place < problem.places.length && spend(); place++) {
      int[] most = problem.most(place, demand);
      if (most != null && problem.units(most) >= best.units) {
        Layout alone = Layout.of(problem, new int[] {place}, new int[][] {most});
        best = alone.beats(best) ? alone : best;
      }
    }
    if (best.units == problem.units(demand)) {
      return best;
    }
    Layout together = Layout.filled(problem, cover());
    return together.beats(best) ? together : best;
  }

  /** A place and the units it would add, as they were when it was last looked at. */
  private record Gain(int place, int units) {}

  /** The places that add most, one after the other. */
  private int[] cover() {
    PriorityQueue<Gain> queue =
        new PriorityQueue<>(Comparator.comparing(Gain::units).reversed().thenComparing(Gain::place));
    for (int place = 0; place < problem.places.length; place++) {
      queue.add(new Gain(place, problem.units(problem.caps[place])));
    }
    int[] left = problem.demand();
    int[] chosen = new int[Math.min(problem.parcelsMost, problem.places.length)];
    int count = 0;
    while (count < chosen.length && !queue.isEmpty()) {
      Gain top = queue.remove();
      int[] most = problem.most(top.place(), left);
      looks += left.length;
      if (most == null) {
        continue;
      }
      Gain now = new Gain(top.place(), problem.units(most));
      Gain next = queue.peek();
      if (next != null && queue.comparator().compare(now, next) > 0 && looks < LOOKS_MAX) {
        queue.add(now);
        continue;
      }
      chosen[count++] = top.place();
      for (int i = 0; i < left.length; i++) {
        left[i] -= most[i];
      }
    }
    int[] places = Arrays.copyOf(chosen, count);
    Arrays.sort(places);
    return places;
  }

  private Layout improved(Layout start) {
    Layout best = start;
    Layout next = better(best);
    while (next != null) {
      best = next;
      next = better(best);
    }
    return best;
  }

  /** The first neighbour that is better; null when none is, or no steps are left. */
  private @Nullable Layout better(Layout best) {
    int tried = Math.min(TRIED_MAX, problem.places.length);
    for (int out = -1; out < best.places.length; out++) {
      for (int in = -1; in < tried; in++) {
        int[] places = exchanged(best.places, out, in);
        if (places.length > 0 && places.length <= problem.parcelsMost && (out >= 0 || in >= 0)) {
          if (!spend()) {
            return null;
          }
          Layout other = Layout.filled(problem, places);
          if (other.beats(best)) {
            return other;
          }
        }
      }
    }
    return moved(best);
  }

  /** Without the place that stands at {@code out}, with the place {@code in}; -1 for none. */
  private static int[] exchanged(int[] places, int out, int in) {
    int[] others = new int[places.length + 1];
    int count = 0;
    for (int n = 0; n < places.length; n++) {
      if (n != out && places[n] != in) {
        others[count++] = places[n];
      }
    }
    if (in >= 0) {
      others[count++] = in;
    }
    int[] sorted = Arrays.copyOf(others, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** An item in another parcel of the same plan. */
  private @Nullable Layout moved(Layout best) {
    for (int from = 0; from < best.places.length && !problem.scale.isEmpty(); from++) {
      for (int to = 0; to < best.places.length; to++) {
        for (int item = 0; from != to && item < problem.items.size(); item++) {
          if (best.pieces[from][item] > 0) {
            if (!spend()) {
              return null;
            }
            Layout other = best.moved(problem, from, to, item);
            if (other != null && other.beats(best)) {
              return other;
            }
          }
        }
      }
    }
    return null;
  }

  private boolean spend() {
    steps += 1 + problem.items.size() / 8;
    return steps <= stepsMax;
  }
}
