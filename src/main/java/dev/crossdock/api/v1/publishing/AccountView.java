package dev.crossdock.api.v1.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.channels.pushing.AccountState;
import dev.crossdock.channels.pushing.Breaker;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account that publishes is doing.
 *
 * @param due listings whose number the channel has not taken yet, and oldestDue since when the first of them is owed
 * @param looked listings whose number the channel was seen to show, and drifting those that showed another
 * @param driftScore per cent of those looked at that drift
 * @param breaker whether the account is called: CLOSED as there is need, OPEN not before nextAt, HALF_OPEN once
 * @param delayHalfMs half of the numbers were taken within so many milliseconds after they were owed
 * @param delayMostMs the same for 95 of 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
    String channel,
    String account,
    long listings,
    long due,
    @Nullable Instant oldestDue,
    long refused,
    long stopped,
    long looked,
    long drifting,
    double driftScore,
    Breaker breaker,
    Instant nextAt,
    int failures,
    @Nullable String lastAnswer,
    @Nullable Long delayHalfMs,
    @Nullable Long delayMostMs) {

  static AccountView of(AccountState state) {
    return new AccountView(
        state.channel(), state.account(), state.listings(), state.due(), state.oldestDue(), state.refused(),
        state.stopped(), state.looked(), state.drifting(), Math.round(state.driftScore() * 10) / 10.0,
        state.breaker(), state.nextAt(), state.failures(), state.lastAnswer(), millis(state.delayHalf()),
        millis(state.delayMost()));
  }

  private static @Nullable Long millis(@Nullable Duration delay) {
    return delay == null ? null : delay.toMillis();
  }
}
