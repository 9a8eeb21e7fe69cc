package dev.crossdock.channels.internal;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How fast polls bring documents. A poll is a net under what was pushed: after busy minutes it brings thousands of
 * orders, most of them known already. As long as more waits than goes into one batch, what was pushed goes first and
 * polls bring little; else they are not held up.
 */
public final class Pace {

  /** While more waits than goes into one batch: 250 documents a second. */
  private static final Duration A_DOCUMENT = Duration.ofMillis(4);

  private final BooleanSupplier behind;
  private final Rest rest;

  /** Waits so long at most, or until the end is near; whether it is. */
  @FunctionalInterface
  public interface Rest {

    boolean endsWithin(Duration atMost) throws InterruptedException;
  }

  /**
   * A pace.
   *
   * @param behind whether more waits to be worked on than goes into one batch
   */
  Pace(BooleanSupplier behind, Rest rest) {
    this.behind = behind;
    this.rest = rest;
  }

  /** Waits after a page of so many documents; whether another one may be read then. */
  boolean goesOnAfter(int documents) {
    try {
      return !rest.endsWithin(behind.getAsBoolean() ? A_DOCUMENT.multipliedBy(documents) : Duration.ZERO);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
