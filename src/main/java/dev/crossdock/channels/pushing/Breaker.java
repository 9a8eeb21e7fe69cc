package dev.crossdock.channels.pushing;

import java.time.Instant;

/** Whether an account is called at all, from how often in a row it failed. Shared by all processes, as its count is. */
public enum Breaker {
  /** Called as there is need. */
  CLOSED,
  /** Not called until a time. */
  OPEN,
  /** Called once, with one quantity, to see whether it answers again. */
  HALF_OPEN;

  /** Failures in a row after which an account is no longer called as there is need. */
  static final int FAILURES_MAX = 5;

  /** As it is now for an account that is not called before then. */
  public static Breaker of(int failures, Instant nextAt, Instant now) {
    if (failures < FAILURES_MAX) {
      return CLOSED;
    }
    return nextAt.isAfter(now) ? OPEN : HALF_OPEN;
  }
}
