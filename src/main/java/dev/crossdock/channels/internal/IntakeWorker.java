package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.ChannelAccounts;
import dev.crossdock.channels.ChannelRegistry;
import dev.crossdock.channels.known.KnownSnapshots;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderNumbers;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.InboxMessage;
import dev.crossdock.platform.inbox.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages off the inbox in batches. A batch that lost a race is done again; a batch that fails for any other
 * reason is done message by message, so that one bad message harms only itself.
 */
final class IntakeWorker {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);

  static final int BATCH_MAX = 256;
  private static final int RACES_MAX = 6;
  private static final int FAILURES_MAX = 5;

  private record Begun(FetchWorker.Named named, InboxMessage message, long fence) {}

  /** What a batch did, once it is committed. */
  private record Batch(int messages, List<Told> written) {}

  private final Door door;
  private final Inbox inbox;
  private final ChannelRegistry channels;
  private final ChannelAccounts accounts;
  private final Intake intake;
  private final Failures failures;
  private final FetchWorker fetches;
  private final String node;
  private final OrderNumbers numbers;
  private final Ids ids;
  private final KnownSnapshots known;
  private final Underway underway = new Underway();

  IntakeWorker(Parts parts) {
    this.door = parts.door();
    this.inbox = parts.inbox();
    this.channels = parts.channels();
    this.accounts = parts.accounts();
    this.intake = parts.intake();
    this.failures = new Failures(parts.exceptions());
    this.fetches = parts.fetches();
    this.node = parts.node();
    this.numbers = parts.numbers();
    this.ids = parts.ids();
    this.known = parts.known();
  }

  /** One batch for the merchant; how many messages were taken. */
  int workOnce(Merchant merchant) {
    try {
      return racing(merchant, BATCH_MAX, new AtomicReference<>());
    } catch (RuntimeException e) {
      LOG.warn("a batch failed and is done message by message", e);
      return oneByOne(merchant);
    }
  }

  private int oneByOne(Merchant merchant) {
    int done = 0;
    for (int n = 0; n < BATCH_MAX; n++) {
      AtomicReference<InboxMessage> taken = new AtomicReference<>();
      try {
        int messages = racing(merchant, 1, taken);
        if (messages == 0) {
          return done;
        }
      } catch (RuntimeException e) {
        InboxMessage failed = taken.get();
        if (failed == null) {
          throw e;
        }
        LOG.error("message {} failed", failed.id(), e);
        putAside(merchant, failed, e);
      }
      done++;
    }
    return done;
  }

  private int racing(Merchant merchant, int limit, AtomicReference<InboxMessage> first) {
    boolean lockStock = false;
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(merchant, limit, first, lockStock);
      } catch (StaleOrders e) {
        if (attempt == RACES_MAX) {
          throw e;
        }
        lockStock |= e.stock();
      }
    }
  }

  private int attempt(Merchant merchant, int limit, AtomicReference<InboxMessage> first, boolean lockStock) {
    Cause cause = Cause.of(Actor.system("intake"), "job:intake", ids.next());
    try (OrderNumbers.Taken taken = numbers.take(merchant, limit);
        Underway.Batch mine = underway.batch(merchant)) {
      Batch batch = door.write(merchant, cause, tx -> batch(tx, inbox.claim(tx, limit), first, taken, mine, lockStock));
      batch.written().forEach(told -> known.add(merchant, told.ref(), told.order()));
      return batch.messages();
    }
  }

  private Batch batch(
      Tx tx, List<InboxMessage> messages, AtomicReference<InboxMessage> first, OrderNumbers.Taken numbers,
      Underway.Batch mine, boolean lockStock) {
    if (messages.isEmpty()) {
      return new Batch(0, List.of());
    }
    first.set(messages.getFirst());
    Readings readings =
        Readings.of(messages, channels, message -> account(tx, message).map(ChannelAccount::settings)).leftTo(mine);
    List<OrderChange> changes = intake.apply(tx, readings, numbers, lockStock);
    Intake.wakeWaiting(tx, inbox, changes);
    failures.keep(tx, messages, readings.outcomes);
    inbox.finish(tx, readings.outcomes);
    beginWhenStored(tx, lease(tx, readings));
    return new Batch(messages.size(), readings.written());
  }

  /**
   * Also when the answer to the commit is lost: it may have been made, and nobody else works under these leases. If it
   * was not, the message is claimed again and called for twice; its fence lets one of them write.
   */
  private void beginWhenStored(Tx tx, List<Begun> leased) {
    tx.unlessRolledBack(() -> leased.forEach(each -> fetches.begin(each.named(), each.message(), each.fence())));
  }

  private List<Begun> lease(Tx tx, Readings readings) {
    if (readings.fetches.isEmpty()) {
      return List.of();
    }
    List<UUID> leased = readings.fetches.stream().map(fetch -> fetch.message().id()).toList();
    Map<UUID, Long> fences = inbox.lease(tx, leased, node, tx.now().plus(LeaseKeeper.LENGTH));
    List<Begun> begun = new ArrayList<>();
    for (Readings.Fetch fetch : readings.fetches) {
      Long fence = fences.get(fetch.message().id());
      if (fence != null) {
        account(tx, fetch.message())
            .map(account -> new FetchWorker.Named(account, fetch.externalId()))
            .ifPresent(named -> begun.add(new Begun(named, fetch.message(), fence)));
      }
    }
    return begun;
  }

  private Optional<ChannelAccount> account(Tx tx, InboxMessage message) {
    Map<String, Optional<ChannelAccount>> known = tx.attachment(Accounts.class, Accounts::new).byName;
    return known.computeIfAbsent(
        message.channel() + '/' + message.account(), name -> accounts.find(tx, message.channel(), message.account()));
  }

  /** The accounts of a batch, each looked up once. */
  private static final class Accounts {
    private final Map<String, Optional<ChannelAccount>> byName = new HashMap<>();
  }

  private void putAside(Merchant merchant, InboxMessage message, RuntimeException failure) {
    boolean enough = message.attempts() + 1 >= FAILURES_MAX;
    door.write(
        merchant,
        Told.cause(message),
        tx -> {
          Outcome outcome =
              enough
                  ? new Outcome.Parked(
                      "processing-failed", "", "Handling it failed: " + failure.getClass().getSimpleName() + ".", null)
                  : new Outcome.RetryLater(
                      tx.now().plus(Duration.ofSeconds(1L << message.attempts())), "processing failed");
          Map<UUID, Outcome> outcomes = Map.of(message.id(), outcome);
          failures.keep(tx, List.of(message), outcomes);
          inbox.finish(tx, outcomes);
          return true;
        });
  }

  /** What a worker is made of. */
  record Parts(
      Door door,
      Inbox inbox,
      ChannelRegistry channels,
      ChannelAccounts accounts,
      FetchWorker fetches,
      String node,
      Intake intake,
      dev.crossdock.orders.exceptions.Exceptions exceptions,
      OrderNumbers numbers,
      Ids ids,
      KnownSnapshots known) {}
}
