package dev.crossdock.platform.inbox;

import dev.crossdock.platform.db.Merchant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes workers of this process when messages were committed. A hint and nothing else: other processes commit too, so
 * whoever waits also asks {@link Inbox#merchantsWithWork} when nothing came.
 */
public final class InboxSignal {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition raised = lock.newCondition();
  private final Set<Merchant> merchants = new HashSet<>();

  /** Waits until messages were committed or the time is over; answers whose they are, and forgets them. */
  public Set<Merchant> await(Duration timeoutMax) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanosLeft = timeoutMax.toNanos();
      while (merchants.isEmpty() && nanosLeft > 0) {
        nanosLeft = raised.awaitNanos(nanosLeft);
      }
      Set<Merchant> told = Set.copyOf(merchants);
      merchants.clear();
      return told;
    } finally {
      lock.unlock();
    }
  }

  void raise(Merchant merchant) {
    lock.lock();
    try {
      merchants.add(merchant);
      raised.signal();
    } finally {
      lock.unlock();
    }
  }
}
