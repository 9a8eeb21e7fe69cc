package dev.crossdock.platform.postgres;

/** Waits between two looks at a process that can't be waited for otherwise. */
final class Pause {

  private Pause() {}

  static void of(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PostgresStartFailure("Interrupted while PostgreSQL was starting", e);
    }
  }
}
