package dev.crossdock.testing;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be done when the JVM of tests ends, the latest begun first: a server must end before the database it uses,
 * or it waits for connections that never come. Hooks of the JVM by themselves all run at once.
 */
final class AtExit {

  private static final Deque<Runnable> STEPS = new ArrayDeque<>();

  private AtExit() {}

  static synchronized void run(Runnable step) {
    if (STEPS.isEmpty()) {
      Runtime.getRuntime().addShutdownHook(new Thread(AtExit::end, "at-exit"));
    }
    STEPS.push(step);
  }

  private static synchronized void end() {
    STEPS.forEach(Runnable::run);
  }
}
