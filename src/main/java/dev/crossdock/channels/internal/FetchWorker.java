package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.inbox.InboxMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches orders that a message only named. The message stays leased meanwhile: when this process dies, another takes
 * it up after the lease, and this one when it begins again; when it was merely slow, its fence is out of date and its
 * answer is dropped.
 */
final class FetchWorker {

  /** Calls at once over all accounts. */
  private static final int CALLS_MAX = 16;

  /** Documents at once that are being fetched or wait to be written: a slow database must not fill the memory. */
  private static final int DOCUMENTS_MAX = 256;

  private static final int FAILURES_MAX = 5;
  private static final Logger LOG = LoggerFactory.getLogger(FetchWorker.class);

  private final Calls calls;
  private final FetchEndings endings;
  private final LeaseKeeper leases;
  private final InstantSource time;
  private final Semaphore slots = new Semaphore(CALLS_MAX);
  private final Semaphore documents = new Semaphore(DOCUMENTS_MAX);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private int underWay;
  private volatile boolean closed;

  FetchWorker(Calls calls, FetchEndings endings, LeaseKeeper leases, InstantSource time) {
    this.calls = calls;
    this.endings = endings;
    this.leases = leases;
    this.time = time;
  }

  /** What a message names, and whose call it needs. */
  record Named(ChannelAccount account, String externalId) {}

  /** Starts the call on a thread of its own; the message has just been leased. */
  void begin(Named named, InboxMessage message, long fence) {
    begin(named.account().merchant(), message, fence, lease -> fetch(named, message, lease, fence));
  }

  /**
   * The same for a message that was stored with its lease and that nobody has read yet: that is done on the thread of
   * the call. One that needs no call after all is given back, to be claimed with the others.
   */
  void begin(Merchant merchant, InboxMessage message, Function<InboxMessage, Optional<Named>> reading) {
    long fence = message.fence();
    begin(
        merchant,
        message,
        fence,
        lease -> {
          Optional<Named> named = reading.apply(message);
          if (named.isPresent()) {
            fetch(named.get(), message, lease, fence);
          } else {
            endings.giveBack(merchant, message, fence);
          }
        });
  }

  private void begin(Merchant merchant, InboxMessage message, long fence, Consumer<LeaseKeeper.Kept> errand) {
    LeaseKeeper.Kept lease = leases.keep(merchant, message.id(), fence);
    count(1);
    Thread.ofVirtual()
        .name("fetch-" + message.id())
        .start(
            () -> {
              try (lease) {
                errand.accept(lease);
              } catch (RuntimeException e) {
                LOG.warn("message {} was not fetched for; it is taken up again after its lease", message.id(), e);
              } finally {
                count(-1);
              }
            });
  }

  /** How many more can be taken on before some would wait for others to be written. */
  int room() {
    lock.lock();
    try {
      return closed ? 0 : Math.max(0, DOCUMENTS_MAX - underWay);
    } finally {
      lock.unlock();
    }
  }

  /** Lets no further call begin and waits for those under way, but not for ever; false when some still are. */
  boolean close(Duration atMost) throws InterruptedException {
    closed = true;
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (underWay > 0 && left > 0) {
        left = quiet.awaitNanos(left);
      }
      return underWay == 0;
    } finally {
      lock.unlock();
    }
  }

  private void count(int more) {
    lock.lock();
    try {
      underWay += more;
      if (underWay == 0) {
        quiet.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void fetch(Named named, InboxMessage message, LeaseKeeper.Kept lease, long fence) {
    documents.acquireUninterruptibly();
    try {
      FetchOutcome outcome = inTurn(named, message, lease);
      if (outcome != null) {
        endings.write(named.account(), message, outcome, fence);
      }
    } finally {
      documents.release();
    }
  }

  /**
   * Many may wait for a slot; their leases are renewed meanwhile. One that was lost is not called out for. The slot is
   * for the call only: who waits to be written with others keeps nobody from calling.
   */
  private @Nullable FetchOutcome inTurn(Named named, InboxMessage message, LeaseKeeper.Kept lease) {
    slots.acquireUninterruptibly();
    try {
      return closed || !lease.stands() ? null : call(named, message);
    } finally {
      slots.release();
    }
  }

  /** An adapter with a bug harms its own message only: it is tried again, ever more slowly, and then put aside. */
  private FetchOutcome call(Named named, InboxMessage message) {
    try {
      return calls.fetch(named.account(), named.externalId());
    } catch (RuntimeException e) {
      LOG.error("the fetch for message {} failed", message.id(), e);
      String reason = "Fetching failed: " + e.getClass().getSimpleName() + ".";
      return message.attempts() >= FAILURES_MAX
          ? new FetchOutcome.Failed(reason)
          : new FetchOutcome.TryLater(
              time.instant().plus(Duration.ofSeconds(1L << message.attempts())), reason);
    }
  }
}
