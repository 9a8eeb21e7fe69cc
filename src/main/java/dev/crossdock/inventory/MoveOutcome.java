package dev.crossdock.inventory;

import java.util.Set;

/** What became of a request to promise from other locations: all of it, or none. */
public sealed interface MoveOutcome permits MoveOutcome.Moved, Lacking, NotReserved {

  /** Done; {@code rose} are the levels with more to promise than before. */
  record Moved(Set<StockKey> rose) implements MoveOutcome {}
}
