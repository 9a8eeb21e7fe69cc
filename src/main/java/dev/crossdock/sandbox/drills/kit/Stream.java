package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Messages sent at a steady rate whether earlier ones were answered or not, as many shops at once do it. Times count
 * from the moment a message was due, so that a stall is not hidden by sending less. Few orders are watched until they
 * are routed: watching costs the product more than an order does.
 */
public final class Stream {

  private static final int WATCH_EVERY = 40;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);
  private static final Duration WATCH_MAX = Duration.ofSeconds(60);

  private final Target target;
  private final Queue<Message> taken = new ConcurrentLinkedQueue<>();
  private final Latencies answers = new Latencies();
  private final Latencies routed = new Latencies();
  private final AtomicInteger failed = new AtomicInteger();

  private Stream(Target target) {
    this.target = target;
  }

  /** Sends them, and watches some. */
  public static Stream send(Target target, List<Message> messages, double perSecond) {
    return send(target, messages, perSecond, WATCH_EVERY);
  }

  /** Sends them and watches none, so that the product has nothing to do but what it does every day. */
  public static Stream unwatched(Target target, List<Message> messages, double perSecond) {
    return send(target, messages, perSecond, Integer.MAX_VALUE);
  }

  private static Stream send(Target target, List<Message> messages, double perSecond, int watchEvery) {
    Stream stream = new Stream(target);
    long gap = (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < messages.size(); n++) {
        long due = begin + n * gap;
        Message message = messages.get(n);
        boolean watched = n % watchEvery == watchEvery / 2;
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        threads.execute(() -> stream.send(message, due, watched));
      }
    }
    return stream;
  }

  /** What the product took, and must have from now on. */
  public List<Message> taken() {
    return List.copyOf(taken);
  }

  public Latencies answers() {
    return answers;
  }

  public Latencies routed() {
    return routed;
  }

  /** Messages that were not taken, and watched orders that were never routed. */
  public int failed() {
    return failed.get();
  }

  private void send(Message message, long due, boolean watched) {
    try {
      if (target.traffic().deliver(target.product(), message) / 100 != 2) {
        failed.incrementAndGet();
        return;
      }
      answers.add(System.nanoTime() - due);
      taken.add(message);
      if (watched) {
        watch(message, due);
      }
    } catch (IOException e) {
      failed.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch(Message message, long due) throws InterruptedException {
    while (System.nanoTime() - due < WATCH_MAX.toNanos()) {
      if (Audit.isRouted(target.product(), message)) {
        routed.add(System.nanoTime() - due);
        return;
      }
      Thread.sleep(LOOK_EVERY);
    }
    failed.incrementAndGet();
  }
}
