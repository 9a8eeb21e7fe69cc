package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.known.KnownSnapshots;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each account for what changed, even when everything is pushed: pushes get lost. What a page brings is stored
 * in the same transaction as the cursor after it, so nothing is skipped and what comes twice is stopped by its key.
 * What this process has written word for word is left out.
 */
final class PollWorker {

  private static final Logger LOG = LoggerFactory.getLogger(PollWorker.class);
  private static final Duration INACTIVE_AGAIN = Duration.ofMinutes(1);
  private static final int ACCOUNTS_MAX = 8;
  private static final int PAGES_MAX = 40;
  private static final Duration BACKOFF_MAX = Duration.ofMinutes(30);

  private final Door door;
  private final Inbox inbox;
  private final ChannelAccounts accounts;
  private final Calls calls;
  private final Exceptions exceptions;
  private final LeaseKeeper leases;
  private final Pace pace;
  private final Ids ids;
  private final KnownSnapshots known;
  private final PollStore store = new PollStore();

  /** What a worker is made of. */
  record Parts(
      Door door,
      Inbox inbox,
      ChannelAccounts accounts,
      Calls calls,
      Exceptions exceptions,
      LeaseKeeper leases,
      Pace pace,
      Ids ids,
      KnownSnapshots known) {}

  PollWorker(Parts parts) {
    this.door = parts.door();
    this.inbox = parts.inbox();
    this.accounts = parts.accounts();
    this.calls = parts.calls();
    this.exceptions = parts.exceptions();
    this.leases = parts.leases();
    this.pace = parts.pace();
    this.ids = parts.ids();
    this.known = parts.known();
  }

  /** Polls the accounts that are due; how many there were. */
  int workOnce(Merchant merchant) {
    Cause cause = Cause.of(Actor.system("poll"), "job:poll", ids.next());
    List<PollStore.Poll> due =
        door.write(
            merchant,
            cause,
            tx -> store.take(tx, leases.node(), tx.now().plus(LeaseKeeper.LENGTH), ACCOUNTS_MAX));
    List<LeaseKeeper.Kept> kept = due.stream().map(poll -> leases.keep(merchant, poll)).toList();
    try {
      for (PollStore.Poll poll : due) {
        pollOne(merchant, poll, cause);
      }
    } finally {
      kept.forEach(LeaseKeeper.Kept::close);
    }
    return due.size();
  }

  /** An adapter with a bug harms its own account only. */
  private void pollOne(Merchant merchant, PollStore.Poll poll, Cause cause) {
    try {
      Optional<ChannelAccount> account = accounts.find(poll.channel(), poll.account());
      if (account.isPresent()) {
        poll(account.get(), poll, cause);
      } else {
        door.write(merchant, cause, tx -> store.save(
            tx, poll, null, tx.now().plus(INACTIVE_AGAIN), poll.failures(), "not active", false));
      }
    } catch (RuntimeException e) {
      LOG.error("polling {}/{} failed", poll.channel(), poll.account(), e);
      door.write(merchant, cause, tx -> wait(tx, poll, tx.now(), "polling failed: " + e.getClass().getSimpleName()));
    }
  }

  private void poll(ChannelAccount account, PollStore.Poll poll, Cause cause) {
    @Nullable String cursor = poll.cursor();
    for (int page = 0; page < PAGES_MAX; page++) {
      ChangesOutcome outcome = calls.changesSince(account, cursor);
      List<RawMessage> news =
          outcome instanceof ChangesOutcome.Page found ? newsAmong(found.documents(), account) : List.of();
      boolean more =
          door.write(account.merchant(), cause, tx -> switch (outcome) {
            case ChangesOutcome.Page found -> keep(tx, account, poll, found, news);
            case ChangesOutcome.TryLater later -> wait(tx, poll, later.notBefore(), later.reason());
            case ChangesOutcome.Failed failed -> fail(tx, poll, failed.reason());
          });
      if (!more || !(outcome instanceof ChangesOutcome.Page found)
          || !pace.goesOnAfter(found.documents().size())) {
        return;
      }
      cursor = found.cursor();
    }
  }

  private List<RawMessage> newsAmong(List<RawMessage> documents, ChannelAccount account) {
    return known.newsAmong(documents, account.merchant(), calls.channel(account), account.settings());
  }

  private boolean keep(
      Tx tx, ChannelAccount account, PollStore.Poll poll, ChangesOutcome.Page page, List<RawMessage> news) {
    Instant next = tx.now().plus(calls.channel(account).capabilities().pollEvery());
    boolean ours = store.save(tx, poll, page.cursor(), next, 0, "ok", page.more());
    if (ours) {
      inbox.receiveAll(tx, news.stream().map(document -> calls.message(tx.merchant(), account, document)).toList());
      exceptions.resolve(tx, List.of(key(poll)), "the channel answers again");
    }
    return ours && page.more();
  }

  private boolean wait(Tx tx, PollStore.Poll poll, Instant notBefore, String reason) {
    Instant next = later(notBefore, tx.now().plus(backoff(poll.failures())));
    store.save(tx, poll, null, next, poll.failures() + 1, reason, false);
    return false;
  }

  private boolean fail(Tx tx, PollStore.Poll poll, String reason) {
    store.save(tx, poll, null, tx.now().plus(BACKOFF_MAX), poll.failures() + 1, reason, false);
    exceptions.open(
        tx,
        List.of(
            new NewException(
                ExceptionType.CHANNEL_PUSH_FAILED,
                key(poll),
                key(poll),
                null,
                null,
                poll.channel(),
                poll.account(),
                poll.channel() + "/" + poll.account() + " refuses to tell what changed: " + reason,
                "Check the account's credentials and permissions.",
                Map.of("reason", reason))));
    return false;
  }

  private static Duration backoff(int failures) {
    Duration wait = Duration.ofSeconds(1L << Math.min(failures, 12));
    return wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static String key(PollStore.Poll poll) {
    return "poll:" + poll.channel() + "/" + poll.account();
  }
}
