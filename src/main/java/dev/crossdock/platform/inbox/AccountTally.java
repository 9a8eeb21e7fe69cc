package dev.crossdock.platform.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came in for one channel account and where it stands.
 *
 * @param waiting to be worked on, counted up to {@link #COUNT_MAX}
 * @param parked not understood, counted up to {@link #COUNT_MAX}
 * @param receivedAt when its last message came; null when none is among the latest {@link #COUNT_MAX} of all accounts
 * @param parkedAt when the last of those that are parked came; null when none is
 */
public record AccountTally(
    String channel, String account, int waiting, int parked, @Nullable Instant receivedAt,
    @Nullable Instant parkedAt) {

  /** Counts and searches stop here, so that a flood does not slow them down. */
  public static final int COUNT_MAX = 10_000;
}
