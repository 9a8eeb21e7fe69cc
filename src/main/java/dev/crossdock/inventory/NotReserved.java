package dev.crossdock.inventory;

import java.util.List;

/** Some lines do not hold what was named: nothing was changed at all. The second of two equal requests ends here. */
public record NotReserved(List<Unheld> unheld) implements ReleaseOutcome, MoveOutcome {

  /** A line that does not hold what was to be given back, moved or shipped; {@code held} is what it does hold. */
  public record Unheld(Reservation asked, int held) {}
}
