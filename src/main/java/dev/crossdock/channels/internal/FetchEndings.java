package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.FetchOutcome;
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
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.NewMessage;
import dev.crossdock.platform.inbox.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes what came of fetches. Whoever ends while others are being written is written together with all who ended
 * meanwhile: many calls share a commit, and one that ends alone waits for nobody.
 */
final class FetchEndings {

  private final Door door;
  private final Inbox inbox;
  private final Calls calls;
  private final Exceptions exceptions;
  private final Ids ids;
  private final Map<Merchant, Desk> desks = new ConcurrentHashMap<>();

  FetchEndings(Door door, Inbox inbox, Calls calls, Exceptions exceptions, Ids ids) {
    this.door = door;
    this.inbox = inbox;
    this.calls = calls;
    this.exceptions = exceptions;
    this.ids = ids;
  }

  /** A merchant's endings that wait, and whose turn it is to write them. */
  private static final class Desk {
    private final Queue<Ending> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();
  }

  /** What came of one fetch; touched by others only while they have their turn. */
  private static final class Ending {
    private final ChannelAccount account;
    private final InboxMessage message;
    private final FetchOutcome outcome;
    private final long fence;
    private boolean over;
    private @Nullable RuntimeException failure;

    private Ending(ChannelAccount account, InboxMessage message, FetchOutcome outcome, long fence) {
      this.account = account;
      this.message = message;
      this.outcome = outcome;
      this.fence = fence;
    }
  }

  /** Returns when it is written; without effect when the lease has passed to somebody else. */
  void write(ChannelAccount account, InboxMessage message, FetchOutcome outcome, long fence) {
    Desk desk = desks.computeIfAbsent(account.merchant(), merchant -> new Desk());
    Ending ending = new Ending(account, message, outcome, fence);
    desk.waiting.add(ending);
    desk.turn.lock();
    try {
      if (!ending.over) {
        writeAll(account.merchant(), taken(desk.waiting));
      }
    } finally {
      desk.turn.unlock();
    }
    if (ending.failure != null) {
      throw ending.failure;
    }
  }

  /** Lets go of a message that needs no call, for whoever claims next; without effect when the lease has passed on. */
  void giveBack(Merchant merchant, InboxMessage message, long fence) {
    door.run(
        merchant,
        Told.cause(message),
        tx -> {
          inbox.giveBack(tx, message.id(), fence);
        });
  }

  private static List<Ending> taken(Queue<Ending> waiting) {
    List<Ending> taken = new ArrayList<>();
    for (Ending next = waiting.poll(); next != null; next = waiting.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /** Written singly, one that can't be written harms only itself. */
  private void writeAll(Merchant merchant, List<Ending> endings) {
    try {
      door.run(merchant, cause(endings), tx -> finish(tx, endings));
      endings.forEach(ending -> ending.over = true);
    } catch (RuntimeException e) {
      if (endings.size() > 1) {
        endings.forEach(ending -> writeAll(merchant, List.of(ending)));
      } else {
        Ending alone = endings.getFirst();
        alone.failure = e;
        alone.over = true;
      }
    }
  }

  private Cause cause(List<Ending> endings) {
    return endings.size() == 1
        ? Told.cause(endings.getFirst().message)
        : Cause.of(Actor.system("channels"), "job:fetch", ids.next());
  }

  private void finish(Tx tx, List<Ending> all) {
    Collection<Ending> endings = latest(all);
    Map<UUID, Outcome> outcomes = new HashMap<>();
    Map<UUID, Long> fences = new HashMap<>();
    for (Ending ending : endings) {
      outcomes.put(ending.message.id(), outcome(ending.outcome));
      fences.put(ending.message.id(), ending.fence);
    }
    Set<UUID> ours = inbox.finishLeased(tx, outcomes, fences);
    List<NewMessage> documents = new ArrayList<>();
    List<NewException> failed = new ArrayList<>();
    for (Ending ending : endings) {
      if (ours.contains(ending.message.id())) {
        switch (ending.outcome) {
          case FetchOutcome.Fetched fetched ->
              documents.add(calls.message(tx.merchant(), ending.account, fetched.document()));
          case FetchOutcome.Failed refused -> failed.add(refused(tx.merchant(), ending.message, refused.reason()));
          case FetchOutcome.Unknown ignored -> {}
          case FetchOutcome.TryLater ignored -> {}
        }
      }
    }
    inbox.receiveAll(tx, documents);
    exceptions.open(tx, failed);
  }

  /** Where a message was called for more than once, one call under its latest lease counts. */
  private static Collection<Ending> latest(List<Ending> endings) {
    Map<UUID, Ending> latest = new LinkedHashMap<>();
    endings.forEach(
        ending -> latest.merge(ending.message.id(), ending, (one, other) -> other.fence > one.fence ? other : one));
    return latest.values();
  }

  private static Outcome outcome(FetchOutcome outcome) {
    return switch (outcome) {
      case FetchOutcome.Fetched ignored -> new Outcome.Done();
      case FetchOutcome.Unknown ignored ->
          new Outcome.Parked("order-unknown-at-channel", "", "The channel does not know this order.", null);
      case FetchOutcome.TryLater later -> new Outcome.RetryLater(later.notBefore(), later.reason());
      case FetchOutcome.Failed failed -> new Outcome.Parked("channel-refused", "", failed.reason(), null);
    };
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
