package dev.crossdock.sandbox.drills.intake;

/**
 * Looks for the highest rate that holds: up in steps while each holds, down while none has, and halfway between the two
 * at the end.
 */
final class RateSearch {

  private static final double UP = 1.2;
  private static final double DOWN = 0.8;
  private static final double NEAR_ENOUGH = 1.06;
  private static final int TRIES_MAX = 8;
  private static final double LEAST = 1;

  private double rate;
  private double held;
  private double broke = Double.POSITIVE_INFINITY;
  private int tries;

  RateSearch(double first) {
    this.rate = Math.max(LEAST, first);
  }

  /** The rate to try next, orders a second. */
  double rate() {
    return rate;
  }

  /** What came of it. */
  void tried(boolean holds) {
    tries++;
    if (holds) {
      held = Math.max(held, rate);
    } else {
      broke = Math.min(broke, rate);
    }
    if (held == 0) {
      rate = Math.max(LEAST, rate * DOWN);
    } else if (Double.isInfinite(broke)) {
      rate = held * UP;
    } else {
      rate = (held + broke) / 2;
    }
  }

  boolean done() {
    return tries >= TRIES_MAX || (held > 0 && broke / held <= NEAR_ENOUGH) || (held == 0 && broke <= LEAST);
  }

  /** The highest that held; the lowest that was tried when none did. */
  double best() {
    return held > 0 ? held : broke;
  }
}
