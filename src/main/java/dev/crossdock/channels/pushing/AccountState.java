package dev.crossdock.channels.pushing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account that publishes is doing.
 *
 * @param listings quantities kept for it
 * @param due of these, not taken by the channel yet
 * @param oldestDue since when the one that waits longest has been owed
 * @param refused the channel will not take them
 * @param stopped told nothing more until a person says so
 * @param looked the channel was seen to show a number for so many
 * @param drifting and showed another than it took for so many
 * @param breaker whether it is called at all
 * @param nextAt when it may be called again
 * @param failures in a row
 * @param lastAnswer why the last call failed
 * @param delayHalf half of the quantities were taken within this time after they were owed; null before the first
 * @param delayMost the same for 95 of 100
 */
public record AccountState(
    String channel,
    String account,
    long listings,
    long due,
    @Nullable Instant oldestDue,
    long refused,
    long stopped,
    long looked,
    long drifting,
    Breaker breaker,
    Instant nextAt,
    int failures,
    @Nullable String lastAnswer,
    @Nullable Duration delayHalf,
    @Nullable Duration delayMost) {

  /** Per cent of the listings looked at whose channel shows another number than it took; 0 when none was looked at. */
  public double driftScore() {
    return looked == 0 ? 0 : 100.0 * drifting / looked;
  }
}
