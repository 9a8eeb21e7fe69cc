package dev.crossdock.channels.pushing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be made of a channel's answer to the question what a listing shows. Another number once may be a sale that
 * has not reached us; twice, it is drift and the number is told again. When that has not helped three times, somebody
 * else keeps changing it, or the channel takes what it does not keep: to go on would be a quarrel of two machines.
 *
 * @param lookAt when to look next; null after the next telling
 * @param driftSince since when the number has been another; null while it is the right one
 * @param healed how often it was told again since
 * @param tellAgain whether to tell it again now
 * @param stop whether to tell nothing more until a person has looked at it
 */
record Look(@Nullable Instant lookAt, @Nullable Instant driftSince, int healed, boolean tellAgain, boolean stop) {

  private static final Duration EVERY = Duration.ofHours(6);
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private static final Duration FIRST = Duration.ofMinutes(2);
  private static final int HEALED_MAX = 3;

  /**
   * How things stood.
   *
   * @param quiet nothing was owed or told since the question was asked
   */
  record Before(int acknowledged, boolean quiet, @Nullable Instant driftSince, int healed) {}

  /** When to look after the channel took a number: later each time it did not keep it, for some are slow to show. */
  static Duration after(int healed) {
    return FIRST.multipliedBy(1L << 2 * Math.min(healed, HEALED_MAX));
  }

  /**
   * Judges an answer.
   *
   * @param shown null when the channel does not know the listing
   */
  static Look of(Before before, @Nullable Integer shown, Instant now) {
    if (!before.quiet()) {
      return new Look(now.plus(AGAIN), before.driftSince(), before.healed(), false, false);
    }
    if (shown != null && shown == before.acknowledged()) {
      return new Look(now.plus(EVERY), null, 0, false, false);
    }
    Instant since = before.driftSince();
    if (since == null) {
      return new Look(now.plus(AGAIN), now, before.healed(), false, false);
    }
    if (before.healed() >= HEALED_MAX) {
      return new Look(null, since, before.healed(), false, true);
    }
    return new Look(null, since, before.healed() + 1, true, false);
  }
}
