package dev.crossdock.inventory;

import java.util.List;
import java.util.Set;

/** What became of a request to give promised units back, or to ship them: all of it, or none. */
public sealed interface ReleaseOutcome permits ReleaseOutcome.Released, NotReserved {

  /**
   * Done.
   *
   * @param given what was released or shipped
   * @param rose levels with more to promise than before
   */
  record Released(List<Reservation> given, Set<StockKey> rose) implements ReleaseOutcome {}
}
