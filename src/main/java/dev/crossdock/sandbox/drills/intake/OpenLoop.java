package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import dev.crossdock.sandbox.drills.kit.Latencies;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders told at moments that are fixed before the first is told, whether earlier ones were answered or not: what waits
 * behind a stall counts as slow. A message that was refused is told again, as channels do.
 */
final class OpenLoop {

  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(40);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
  private static final int TRIES_MAX = 200;

  private final Target target;
  private final Mix mix;
  private final Instant begin;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Latencies answers = new Latencies();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger givenUp = new AtomicInteger();

  private OpenLoop(Target target, Mix mix, Instant begin) {
    this.target = target;
    this.mix = mix;
    this.begin = begin;
  }

  /**
   * An order of which at least the first message was accepted.
   *
   * @param due when its first message was to be sent
   */
  record Told(Shop shop, String orderId, Trouble trouble, Instant due) {}

  /** Tells so many orders, so many a second; returns when each was answered. */
  static OpenLoop run(Target target, Mix mix, int orders, double perSecond, InstantSource time) {
    OpenLoop loop = new OpenLoop(target, mix, time.instant());
    double gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long first = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < orders; n++) {
        long after = (long) (n * gap);
        while (System.nanoTime() < first + after) {
          LockSupport.parkNanos(first + after - System.nanoTime());
        }
        long number = target.nextNumber();
        threads.execute(() -> loop.tell(number, first + after, after));
      }
    }
    return loop;
  }

  Instant begin() {
    return begin;
  }

  List<Told> told() {
    return List.copyOf(told);
  }

  /** From the moment each message was due until it was accepted. */
  Latencies answers() {
    return answers;
  }

  /** Messages, repetitions among them. */
  int accepted() {
    return accepted.get();
  }

  /** Answers that asked to come again, and calls that were not answered. */
  int refused() {
    return refused.get();
  }

  /** Messages that were refused for good. */
  int givenUp() {
    return givenUp.get();
  }

  private void tell(long number, long dueNanos, long after) {
    Instant due = begin.plusNanos(after);
    Trouble trouble = mix.trouble(number);
    List<Message> messages = target.traffic().told(number, mix.shop(number), trouble, due);
    long late = 0;
    for (Message message : messages) {
      if (late > 0 && !Patience.paused(BETWEEN_MESSAGES)) {
        return;
      }
      if (isTaken(message, dueNanos + late) && late == 0) {
        told.add(new Told(message.shop(), message.orderId(), trouble, due));
      }
      late += BETWEEN_MESSAGES.toNanos();
    }
  }

  private boolean isTaken(Message message, long due) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      if (status(message) / 100 == 2) {
        answers.add(System.nanoTime() - due);
        accepted.incrementAndGet();
        return true;
      }
      refused.incrementAndGet();
      if (!Patience.paused(BEFORE_AGAIN)) {
        break;
      }
    }
    givenUp.incrementAndGet();
    return false;
  }

  private int status(Message message) {
    try {
      return target.traffic().deliver(target.product(), message);
    } catch (IOException e) {
      return 0;
    }
  }
}
