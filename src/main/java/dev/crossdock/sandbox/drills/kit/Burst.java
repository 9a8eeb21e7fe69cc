package dev.crossdock.sandbox.drills.kit;

import dev.crossdock.sandbox.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Messages sent by so many senders at once, each as fast as it is answered; what was not taken is sent again. */
public final class Burst {

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final int TRIES_MAX = 400;

  private final Queue<Message> taken = new ConcurrentLinkedQueue<>();
  private final Latencies answers = new Latencies();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLong lastTaken = new AtomicLong();
  private long firstSent;

  /** Sends all of them; returns when each was taken, or was refused too often. */
  public static Burst send(Target target, List<Message> messages, int senders) {
    Burst burst = new Burst();
    Queue<Message> waiting = new ConcurrentLinkedQueue<>(messages);
    burst.firstSent = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < senders; n++) {
        threads.execute(
            () -> {
              for (Message next = waiting.poll(); next != null; next = waiting.poll()) {
                burst.insist(target, next);
              }
            });
      }
    }
    return burst;
  }

  /** What the product took, and must have from now on. */
  public List<Message> taken() {
    return List.copyOf(taken);
  }

  public Latencies answers() {
    return answers;
  }

  /** Answers other than 2xx, and calls that were not answered. */
  public int refused() {
    return refused.get();
  }

  public Duration untilLastTaken() {
    return Duration.ofNanos(lastTaken.get() - firstSent);
  }

  private void insist(Target target, Message message) {
    for (int tries = 1; tries <= TRIES_MAX; tries++) {
      long sent = System.nanoTime();
      if (isTaken(target, message)) {
        long now = System.nanoTime();
        answers.add(now - sent);
        taken.add(message);
        lastTaken.accumulateAndGet(now, Math::max);
        return;
      }
      refused.incrementAndGet();
      if (!Patience.paused(PAUSE)) {
        return;
      }
    }
  }

  private static boolean isTaken(Target target, Message message) {
    try {
      return target.traffic().deliver(target.product(), message) / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }
}
