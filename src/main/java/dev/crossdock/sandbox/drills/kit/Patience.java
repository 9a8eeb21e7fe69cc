package dev.crossdock.sandbox.drills.kit;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waiting for an installation from outside: it tells nobody when it is done, so it is looked at again and again. */
public final class Patience {

  private Patience() {}

  /**
   * Looks until it is enough, or the time is over.
   *
   * @return what was seen last
   */
  public static <T> T until(Supplier<T> look, Predicate<T> enough, Duration atMost, Duration every)
      throws InterruptedException {
    long begin = System.nanoTime();
    T seen = look.get();
    while (!enough.test(seen) && System.nanoTime() - begin < atMost.toNanos()) {
      Thread.sleep(every);
      seen = look.get();
    }
    return seen;
  }

  /** Pauses a sender; false when it is to end. */
  public static boolean paused(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
