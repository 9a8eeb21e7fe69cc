package dev.crossdock.platform.journal;

import java.time.Duration;

/** Ends a thread that looks at its stop flag at least every second or so. */
final class Stopping {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Stopping() {}

  static void join(Thread thread) {
    try {
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
