package dev.crossdock.channels.pushing;

import dev.crossdock.platform.db.Merchant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes round the accounts until it is closed: one thread takes them on, and each call has a thread of its own, so that
 * a slow channel keeps nobody else waiting. Any number of processes may do so.
 */
public final class PushRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PushRounds.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  /** Accounts that rest for longer are found by looking. */
  private static final Duration ALARM_MAX = Duration.ofSeconds(10);
  private static final Duration TIDY = Duration.ofSeconds(3);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CALLS_END = Duration.ofSeconds(5);

  /** Calls at the same time, for each holds a connection to the database for a moment before and after. */
  private static final int CALLS_MAX = 32;

  private final Pusher pusher;
  private final Supplier<List<Merchant>> merchants;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore room = new Semaphore(CALLS_MAX);
  private final ExecutorService calls =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("push-", 0).factory());
  /** When accounts may be called again that must rest for a moment, by the clock of {@link System#nanoTime}. */
  private final PriorityBlockingQueue<Long> alarms = new PriorityBlockingQueue<>();
  private volatile boolean running;
  private @Nullable Thread thread;

  public PushRounds(Pusher pusher, Supplier<List<Merchant>> merchants) {
    this.pusher = pusher;
    this.merchants = merchants;
  }

  /** Takes up what this node left when it ended, and begins. */
  public synchronized void start() {
    merchants.get().forEach(pusher::takeBack);
    running = true;
    thread = Thread.ofPlatform().name("push").daemon().start(this::loop);
  }

  /** Something may be owed: a hint and nothing else, for other processes owe too. */
  public void wake() {
    bell.release();
  }

  /** Begins no further call and waits a while for those under way; what is cut off is told again. */
  @Override
  public synchronized void close() {
    running = false;
    wake();
    calls.shutdown();
    try {
      if (thread != null) {
        thread.join(CALLS_END);
      }
      if (!calls.awaitTermination(CALLS_END.toMillis(), TimeUnit.MILLISECONDS)) {
        calls.shutdownNow();
        merchants.get().forEach(pusher::takeBack);
      }
    } catch (InterruptedException e) {
      calls.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    long tidied = System.nanoTime() - TIDY.toNanos();
    while (running) {
      Duration pause;
      try {
        if (System.nanoTime() - tidied >= TIDY.toNanos()) {
          merchants.get().forEach(pusher::tidy);
          tidied = System.nanoTime();
        }
        forgetPassed();
        round();
        pause = rest();
      } catch (RuntimeException e) {
        if (running) {
          LOG.error("pushing stock failed and goes on", e);
        }
        pause = AFTER_FAILURE;
      }
      await(pause);
    }
  }

  /** Takes on all accounts that have something to be told, as far as there is room for their calls. */
  private void round() {
    for (Merchant merchant : merchants.get()) {
      boolean more = true;
      while (more && running && room.tryAcquire()) {
        more = begin(merchant);
      }
    }
  }

  private boolean begin(Merchant merchant) {
    Optional<Supplier<Duration>> call = Optional.empty();
    try {
      call = pusher.next(merchant);
      call.ifPresent(each -> calls.execute(() -> finish(each)));
      return call.isPresent();
    } finally {
      if (call.isEmpty()) {
        room.release();
      }
    }
  }

  private void finish(Supplier<Duration> call) {
    try {
      Duration rest = call.get();
      if (rest.isPositive() && rest.compareTo(ALARM_MAX) < 0) {
        alarms.add(System.nanoTime() + rest.toNanos());
      }
    } catch (RuntimeException e) {
      LOG.error("a call could not be finished; its turn ends by itself", e);
    } finally {
      room.release();
      wake();
    }
  }

  private void forgetPassed() {
    long now = System.nanoTime();
    for (Long next = alarms.peek(); next != null && next - now <= 0; next = alarms.peek()) {
      alarms.remove(next);
    }
  }

  /** Until the next account may be called again, or until all are looked at anyway. */
  private Duration rest() {
    Long next = alarms.peek();
    long nanos = next == null ? Long.MAX_VALUE : Math.max(0, next - System.nanoTime());
    return nanos < LOOK_AGAIN.toNanos() ? Duration.ofNanos(nanos) : LOOK_AGAIN;
  }

  private void await(Duration atMost) {
    try {
      if (bell.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
