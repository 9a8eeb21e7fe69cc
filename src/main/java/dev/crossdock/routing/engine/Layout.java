package dev.crossdock.routing.engine;

import dev.crossdock.routing.facts.Place;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who gives what: a plan as numbers, with everything by which plans are compared. */
final class Layout {

  /** Indexes of places, ascending; each gives something. */
  final int[] places;

  /** By parcel and item. */
  final int[][] pieces;

  final int units;
  final double[] totals;
  final double[] keys;
  private final double km;
  private final int priority;
  private final int torn;
  private final String[] codes;

  private Layout(Problem problem, int[] places, int[][] pieces, double[] totals) {
    this.places = places;
    this.pieces = pieces;
    this.totals = totals;
    this.keys = problem.scale.keys(totals, places.length);
    int sum = 0;
    double way = 0;
    int rank = 0;
    int parts = 0;
    codes = new String[places.length];
    for (int n = 0; n < places.length; n++) {
      Place place = problem.places[places[n]];
      sum += problem.units(pieces[n]);
      way += Admission.km(place);
      rank += place.location().priority();
      codes[n] = place.code();
      parts += some(pieces[n]);
    }
    Arrays.sort(codes);
    this.units = sum;
    this.km = way;
    this.priority = rank;
    this.torn = parts;
  }

  /** Of parcels by place, ascending; empty ones are left out. */
  static Layout of(Problem problem, int[] places, int[][] pieces) {
    int parcels = 0;
    double[] totals = problem.scale.none();
    int[] from = new int[places.length];
    int[][] what = new int[places.length][];
    for (int n = 0; n < places.length; n++) {
      if (some(pieces[n]) > 0) {
        from[parcels] = places[n];
        what[parcels] = pieces[n].clone();
        parcels++;
        totals = problem.scale.plus(totals, problem.rate(places[n], pieces[n]));
      }
    }
    return new Layout(problem, Arrays.copyOf(from, parcels), Arrays.copyOf(what, parcels), totals);
  }

  /** How many items are in a parcel. */
  private static int some(int[] pieces) {
    int items = 0;
    for (int count : pieces) {
      items += count > 0 ? 1 : 0;
    }
    return items;
  }

  static Layout empty(Problem problem) {
    return of(problem, new int[0], new int[0][]);
  }

  /** Whether this one is better; there are no two different plans of which neither is, but for who gives what. */
  boolean beats(Layout other) {
    if (units != other.units) {
      return units > other.units;
    }
    int order = Scale.compare(keys, other.keys);
    order = order != 0 ? order : Integer.compare(places.length, other.places.length);
    order = order != 0 ? order : Double.compare(km, other.km);
    order = order != 0 ? order : Integer.compare(priority, other.priority);
    order = order != 0 ? order : Arrays.compare(codes, other.codes);
    return (order != 0 ? order : Integer.compare(torn, other.torn)) < 0;
  }

  double km() {
    return km;
  }

  int parcels() {
    return places.length;
  }

  int priority() {
    return priority;
  }

  /** By item, what a place gives. */
  int[] from(int place) {
    for (int n = 0; n < places.length; n++) {
      if (places[n] == place) {
        return pieces[n];
      }
    }
    return new int[0];
  }

  /** By item, what is left to place. */
  int[] left(Problem problem) {
    int[] left = problem.demand();
    for (int[] parcel : pieces) {
      for (int i = 0; i < left.length; i++) {
        left[i] -= parcel[i];
      }
    }
    return left;
  }

  /** An order shared out among these places: an item stays in one parcel where one of them can, the nearest first. */
  static Layout filled(Problem problem, int[] places) {
    int items = problem.items.size();
    long[][] there = new long[places.length][];
    int[][] pieces = new int[places.length][items];
    for (int n = 0; n < places.length; n++) {
      there[n] = problem.stock[places[n]].clone();
    }
    for (int i = 0; i < items; i++) {
      Item item = problem.items.get(i);
      int whole = whole(problem, places, i, there);
      int left = item.most();
      for (int n = whole < 0 ? 0 : whole; n < places.length && left > 0; n++) {
        int some = problem.pieces(places[n], i, there[n], left);
        Problem.take(item, there[n], some);
        pieces[n][i] = some;
        left -= some;
      }
    }
    return of(problem, places, pieces);
  }

  private static int whole(Problem problem, int[] places, int item, long[][] there) {
    int most = problem.items.get(item).most();
    for (int n = 0; n < there.length; n++) {
      if (problem.pieces(places[n], item, there[n], most) == most) {
        return n;
      }
    }
    return -1;
  }

  /** With all of an item in another parcel, or as much of it as is there; null when that is nothing. */
  @Nullable Layout moved(Problem problem, int from, int to, int item) {
    long[] there = problem.stock[places[to]].clone();
    for (int i = 0; i < pieces[to].length; i++) {
      Problem.take(problem.items.get(i), there, pieces[to][i]);
    }
    int more = problem.pieces(places[to], item, there, pieces[from][item]);
    if (more == 0) {
      return null;
    }
    int[][] others = new int[pieces.length][];
    for (int n = 0; n < others.length; n++) {
      others[n] = pieces[n].clone();
    }
    others[from][item] -= more;
    others[to][item] += more;
    return of(problem, places, others);
  }
}
