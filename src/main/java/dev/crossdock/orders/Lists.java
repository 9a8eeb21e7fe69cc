package dev.crossdock.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Small changes of immutable lists. */
final class Lists {

  private Lists() {}

  static <T> List<T> plus(List<T> list, T last) {
    return plusAll(list, List.of(last));
  }

  static <T> List<T> plusAll(List<T> list, List<T> more) {
    List<T> all = new ArrayList<>(list);
    all.addAll(more);
    return List.copyOf(all);
  }

  static <T> List<T> replace(List<T> list, Predicate<T> which, UnaryOperator<T> by) {
    return list.stream().map(item -> which.test(item) ? by.apply(item) : item).toList();
  }
}
