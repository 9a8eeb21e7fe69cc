package dev.crossdock.routing.criteria;

import java.util.List;

/** What came of reading a criterion. */
public sealed interface Decoded {

  /** It is valid. */
  record Read(Criterion criterion) implements Decoded {}

  /** It is not, and all that is wrong with it is told at once; at least one. */
  record Wrong(List<Fault> faults) implements Decoded {

    public Wrong {
      faults = List.copyOf(faults);
    }
  }
}
