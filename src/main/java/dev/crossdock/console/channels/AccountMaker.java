package dev.crossdock.console.channels;

import dev.crossdock.channels.ChannelAccounts.Clock;
import dev.crossdock.console.channels.ChannelsView.Account;
import dev.crossdock.console.channels.ChannelsView.Trouble;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.orders.OrderWords;
import dev.crossdock.console.shell.Nav;
import dev.crossdock.platform.inbox.AccountTally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the page says of one account. */
@Component
final class AccountMaker {

  private final ActorWords words;

  AccountMaker(ActorWords words) {
    this.words = words;
  }

  /**
   * One account.
   *
   * @param tally null when nothing of it is known to the inbox
   */
  Account account(Clock clock, @Nullable AccountTally tally, Watch watch) {
    int waiting = tally == null ? 0 : tally.waiting();
    int parked = tally == null ? 0 : tally.parked();
    String query = "channel:" + clock.channel() + "/" + clock.account();
    return new Account(
        "a-" + clock.channel() + "-" + clock.account(),
        clock.name(),
        words.channel(clock.channel()) + " · " + clock.account(),
        Nav.ORDERS.href() + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
        state(clock, tally),
        when(watch, tally == null ? null : tally.receivedAt()),
        when(watch, clock.answeredAt()),
        clock.active() ? when(watch, clock.nextPoll()) : null,
        OrderWords.count(waiting, AccountTally.COUNT_MAX - 1),
        OrderWords.count(parked, AccountTally.COUNT_MAX - 1),
        parked == 0 ? null : Nav.EXCEPTIONS.href(),
        trouble(clock, tally, watch));
  }

  private static Badge state(Clock clock, @Nullable AccountTally tally) {
    if (!clock.active()) {
      return Badge.of(Role.NEUTRAL, Icon.CROSS, "Switched off");
    }
    if (clock.failures() > 0) {
      return Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Does not answer");
    }
    if (tally != null && tally.parked() > 0) {
      return Badge.of(Role.ATTENTION, Icon.INFO, "Messages parked");
    }
    return clock.answeredAt() == null && tally == null
        ? Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Not heard from yet")
        : Badge.of(Role.SUCCESS, Icon.CHECK, "Working");
  }

  /** The later of a refused poll and a message that was not understood. */
  private static @Nullable Trouble trouble(Clock clock, @Nullable AccountTally tally, Watch watch) {
    Instant parked = tally == null ? null : tally.parkedAt();
    Instant failed = clock.failedAt();
    if (failed != null && (parked == null || failed.isAfter(parked))) {
      String answer = clock.failedAnswer();
      return new Trouble(watch.when(failed), answer == null || answer.isBlank() ? "A poll failed." : answer);
    }
    return parked == null ? null : new Trouble(watch.when(parked), "A message was not understood.");
  }

  private static @Nullable When when(Watch watch, @Nullable Instant at) {
    return at == null ? null : watch.when(at);
  }
}
