package dev.crossdock.platform.inbox;

import java.time.Duration;

/**
 * Limits of the inbox.
 *
 * @param groupMax messages written by one commit
 * @param waitingMax messages that may wait for a commit; more are refused
 * @param waitingBytesMax bytes of bodies that may wait for a commit; more are refused
 * @param claimBytesMax bytes of bodies handed out by one claim
 * @param retryAfter told to whoever is refused
 * @param retainBody how long raw bytes are kept
 * @param waitingInDayMax messages that may still wait when their day's raw bytes go: they are moved under a lock
 */
public record InboxLimits(
    int groupMax, int waitingMax, int waitingBytesMax, int claimBytesMax, Duration retryAfter, Duration retainBody,
    int waitingInDayMax) {

  public static final InboxLimits USUAL =
      new InboxLimits(200, 5_000, 64 << 20, 16 << 20, Duration.ofSeconds(2), Duration.ofDays(30), 10_000);

  /** The same with another time for which raw bytes are kept. */
  public InboxLimits keepingBodies(Duration time) {
    return new InboxLimits(groupMax, waitingMax, waitingBytesMax, claimBytesMax, retryAfter, time, waitingInDayMax);
  }
}
