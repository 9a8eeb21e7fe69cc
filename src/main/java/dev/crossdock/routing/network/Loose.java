package dev.crossdock.routing.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checked values in the loose lists of inputs, which may hold nulls where they come from outside. */
final class Loose {

  private Loose() {}

  static <T> List<@Nullable T> list(Collection<T> values) {
    List<@Nullable T> loose = new ArrayList<>();
    for (T value : values) {
      loose.add(value);
    }
    return Collections.unmodifiableList(loose);
  }
}
