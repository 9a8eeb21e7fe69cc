package dev.crossdock.platform.jobs;

import dev.crossdock.platform.db.Merchant;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that goes round the merchants and does, step by step, whatever waits of each: when it is woken, and every
 * few seconds for what another process left behind. A failure is logged, and the next round tries again.
 */
public final class Rounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final String name;
  private final Supplier<List<Merchant>> merchants;
  private final Predicate<Merchant> step;
  private final Semaphore news = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * Nothing is done before {@link #start}, or by {@link #drain}.
   *
   * @param name of the thread
   * @param step does one thing; false when nothing waits
   */
  public Rounds(String name, Supplier<List<Merchant>> merchants, Predicate<Merchant> step) {
    this.name = name;
    this.merchants = merchants;
    this.step = step;
  }

  /** Begins the rounds, first of all for what was left behind. */
  public void start() {
    thread = Thread.ofPlatform().daemon().name(name).start(this::run);
  }

  /** There is something to do. */
  public void wake() {
    news.release();
  }

  /** Whether a long step should end early. */
  public boolean isClosed() {
    return closed;
  }

  /** Does whatever waits of this merchant, here and now. */
  public void drain(Merchant merchant) {
    boolean more = true;
    while (more && !closed) {
      more = step.test(merchant);
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread running = thread;
    if (running != null) {
      wake();
      try {
        running.join(IDLE.multipliedBy(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (!closed) {
      try {
        round();
        if (news.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void round() {
    try {
      merchants.get().forEach(this::drain);
    } catch (RuntimeException e) {
      LOG.error("{} failed and are tried again", name, e);
    }
  }
}
