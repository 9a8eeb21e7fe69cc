package dev.crossdock.routing.trials;

import dev.crossdock.routing.criteria.Fault;
import java.util.List;

/**
 * What reading something to be tried gave.
 *
 * @param <T> what is read
 */
public sealed interface Parsed<T> {

  /** It can be tried. */
  record Read<T>(T content) implements Parsed<T> {}

  /** It can't, and all that is wrong with it is told at once; at least one. */
  record Wrong<T>(List<Fault> faults) implements Parsed<T> {

    public Wrong {
      faults = List.copyOf(faults);
    }
  }
}
