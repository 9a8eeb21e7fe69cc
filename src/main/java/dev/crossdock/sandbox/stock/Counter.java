package dev.crossdock.sandbox.stock;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The units of one listing at one location, as buyers see them. A number that was told shows after a moment; what was
 * sold in between is overwritten by it, as at real channels. Guarded by its {@link Shelf}.
 */
final class Counter {

  private record Coming(long atNanos, int units) {}

  private final Deque<Coming> coming = new ArrayDeque<>();
  private int units;
  private boolean told;

  void tell(int number, long atNanos) {
    coming.add(new Coming(atNanos, number));
  }

  /** Whether any number has shown yet. */
  boolean told(long nowNanos) {
    units(nowNanos);
    return told;
  }

  int units(long nowNanos) {
    while (!coming.isEmpty() && coming.peek().atNanos() - nowNanos <= 0) {
      units = coming.remove().units();
      told = true;
    }
    return units;
  }

  void add(int more, long nowNanos) {
    units = units(nowNanos) + more;
  }
}
