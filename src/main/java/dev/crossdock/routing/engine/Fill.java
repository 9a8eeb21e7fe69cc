package dev.crossdock.routing.engine;

import org.jspecify.annotations.Nullable;

/** Shares an order out among given places: an item stays in one parcel where one of them can, the nearest first. */
final class Fill {

  private Fill() {}

  static Layout of(Problem problem, int[] places) {
    int items = problem.items.size();
    int[][] there = new int[places.length][];
    int[][] pieces = new int[places.length][items];
    for (int n = 0; n < places.length; n++) {
      there[n] = problem.stock[places[n]].clone();
    }
    for (int i = 0; i < items; i++) {
      Item item = problem.items.get(i);
      int whole = whole(item, there);
      int left = item.most();
      for (int n = whole < 0 ? 0 : whole; n < places.length && left > 0; n++) {
        int some = Problem.pieces(item, there[n], left);
        Problem.take(item, there[n], some);
        pieces[n][i] = some;
        left -= some;
      }
    }
    return Layout.of(problem, places, pieces);
  }

  private static int whole(Item item, int[][] there) {
    for (int n = 0; n < there.length; n++) {
      if (Problem.pieces(item, there[n], item.most()) == item.most()) {
        return n;
      }
    }
    return -1;
  }

  /** With all of an item in another parcel, or as much of it as is there; null when that is nothing. */
  static @Nullable Layout moved(Problem problem, Layout layout, int from, int to, int item) {
    int[] there = problem.stock[layout.places[to]].clone();
    for (int i = 0; i < layout.pieces[to].length; i++) {
      Problem.take(problem.items.get(i), there, layout.pieces[to][i]);
    }
    int more = Problem.pieces(problem.items.get(item), there, layout.pieces[from][item]);
    if (more == 0) {
      return null;
    }
    int[][] pieces = new int[layout.pieces.length][];
    for (int n = 0; n < pieces.length; n++) {
      pieces[n] = layout.pieces[n].clone();
    }
    pieces[from][item] -= more;
    pieces[to][item] += more;
    return Layout.of(problem, layout.places, pieces);
  }
}
