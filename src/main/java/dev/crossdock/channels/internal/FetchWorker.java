package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.Outcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Fetches orders that a message only named. The message stays leased meanwhile: when this process dies, another takes
 * it up after the lease; when this one was merely slow, its fence is out of date and its answer is dropped.
 */
final class FetchWorker {

  /** Calls at once over all accounts. */
  private static final int CALLS_MAX = 16;

  private final Door door;
  private final Inbox inbox;
  private final Calls calls;
  private final Exceptions exceptions;
  private final Semaphore slots = new Semaphore(CALLS_MAX);

  FetchWorker(Door door, Inbox inbox, Calls calls, Exceptions exceptions) {
    this.door = door;
    this.inbox = inbox;
    this.calls = calls;
    this.exceptions = exceptions;
  }

  /** Starts the call on a thread of its own. */
  void begin(ChannelAccount account, InboxMessage message, String externalId, long fence) {
    Thread.ofVirtual().name("fetch-" + externalId).start(() -> fetch(account, message, externalId, fence));
  }

  private void fetch(ChannelAccount account, InboxMessage message, String externalId, long fence) {
    slots.acquireUninterruptibly();
    try {
      FetchOutcome outcome = calls.fetch(account, externalId);
      door.write(account.merchant(), Told.cause(message), tx -> finish(tx, account, message, outcome, fence));
    } finally {
      slots.release();
    }
  }

  private boolean finish(Tx tx, ChannelAccount account, InboxMessage message, FetchOutcome outcome, long fence) {
    boolean ours =
        inbox.finishLeased(
            tx,
            message.id(),
            fence,
            switch (outcome) {
              case FetchOutcome.Fetched ignored -> new Outcome.Done();
              case FetchOutcome.Unknown ignored ->
                  new Outcome.Parked("order-unknown-at-channel", "", "The channel does not know this order.", null);
              case FetchOutcome.TryLater later -> new Outcome.RetryLater(later.notBefore(), later.reason());
              case FetchOutcome.Failed failed -> new Outcome.Parked("channel-refused", "", failed.reason(), null);
            });
    if (ours && outcome instanceof FetchOutcome.Fetched fetched) {
      inbox.receiveAll(tx, List.of(calls.message(tx.merchant(), account, fetched.document())));
    }
    if (ours && outcome instanceof FetchOutcome.Failed failed) {
      exceptions.open(tx, List.of(refused(tx.merchant(), message, failed.reason())));
    }
    return ours;
  }

  private static NewException refused(Merchant merchant, InboxMessage message, String reason) {
    String account = message.channel() + "/" + message.account();
    return new NewException(
        ExceptionType.CHANNEL_PUSH_FAILED,
        "fetch:" + account,
        Failures.key(message),
        null,
        message.id(),
        message.channel(),
        message.account(),
        "An order could not be fetched: " + reason,
        "Check the account's credentials, then run the message again.",
        Map.of("merchant", Integer.toString(merchant.id()), "reason", reason));
  }
}
