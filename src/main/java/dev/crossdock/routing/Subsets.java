package dev.crossdock.routing;

import java.util.ArrayList;
import java.util.List;

/** All subsets of one size, in the order of their elements. */
final class Subsets {

  private Subsets() {}

  static <T> List<List<T>> of(List<T> items, int size) {
    List<List<T>> sets = new ArrayList<>();
    extend(items, size, 0, new ArrayList<>(), sets);
    return sets;
  }

  private static <T> void extend(List<T> items, int size, int from, List<T> chosen, List<List<T>> sets) {
    if (chosen.size() == size) {
      sets.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i <= items.size() - (size - chosen.size()); i++) {
      chosen.add(items.get(i));
      extend(items, size, i + 1, chosen, sets);
      chosen.removeLast();
    }
  }
}
