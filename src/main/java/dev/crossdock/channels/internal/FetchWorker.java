package dev.crossdock.channels.internal;

import dev.crossdock.channels.ChannelAccount;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.platform.inbox.InboxMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

  /** Starts the call on a thread of its own; the message has just been leased. */
  void begin(ChannelAccount account, InboxMessage message, String externalId, long fence) {
    LeaseKeeper.Kept lease = leases.keep(account.merchant(), message.id(), fence);
    count(1);
    Thread.ofVirtual()
        .name("fetch-" + externalId)
        .start(
            () -> {
              try (lease) {
                fetch(account, message, externalId, lease, fence);
              } finally {
                count(-1);
              }
            });
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

  private void fetch(
      ChannelAccount account, InboxMessage message, String externalId, LeaseKeeper.Kept lease, long fence) {
    documents.acquireUninterruptibly();
    try {
      FetchOutcome outcome = inTurn(account, message, externalId, lease);
      if (outcome != null) {
        endings.write(account, message, outcome, fence);
      }
    } catch (RuntimeException e) {
      LOG.warn("message {} could not be fetched for; it is taken up again after its lease", message.id(), e);
    } finally {
      documents.release();
    }
  }

  /**
   * Many may wait for a slot; their leases are renewed meanwhile. One that was lost is not called out for. The slot is
   * for the call only: who waits to be written with others keeps nobody from calling.
   */
  private @Nullable FetchOutcome inTurn(
      ChannelAccount account, InboxMessage message, String externalId, LeaseKeeper.Kept lease) {
    slots.acquireUninterruptibly();
    try {
      return closed || !lease.stands() ? null : call(account, message, externalId);
    } finally {
      slots.release();
    }
  }

  /** An adapter with a bug harms its own message only: it is tried again, ever more slowly, and then put aside. */
  private FetchOutcome call(ChannelAccount account, InboxMessage message, String externalId) {
    try {
      return calls.fetch(account, externalId);
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
