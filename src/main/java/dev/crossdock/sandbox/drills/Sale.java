package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Outlet;
import dev.crossdock.sandbox.drills.kit.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Buyers come when they come. One who sees a unit buys it, and the channel tells the product; the others leave. */
final class Sale {

  private static final int TRIES_MAX = 5;
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Target target;
  private final List<Outlet> outlets;
  private final InstantSource time;
  private final Queue<Message> taken = new ConcurrentLinkedQueue<>();
  private final AtomicInteger hot = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicLong lastTaken = new AtomicLong();
  private long begun;

  private Sale(Target target, List<Outlet> outlets, InstantSource time) {
    this.target = target;
    this.outlets = outlets;
    this.time = time;
  }

  /** Runs it to its end; returns when every order was told or given up. */
  static Sale run(Target target, Bazaar bazaar, List<Arrival> arrivals, InstantSource time) {
    Sale sale = new Sale(target, bazaar.outlets(), time);
    sale.begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Arrival arrival : arrivals) {
        long due = sale.begun + arrival.afterNanos();
        while (System.nanoTime() < due) {
          LockSupport.parkNanos(due - System.nanoTime());
        }
        threads.execute(() -> sale.come(arrival));
      }
    }
    return sale;
  }

  /** Orders the product took, and must have from now on. */
  List<Message> taken() {
    return List.copyOf(taken);
  }

  /** Orders that channels took for what is on sale. */
  int hot() {
    return hot.get();
  }

  /** Buyers who saw none of what is on sale. */
  int turnedAway() {
    return turnedAway.get();
  }

  /** Orders that the product did not take. */
  int failed() {
    return failed.get();
  }

  double perSecond() {
    return taken.size() / (Math.max(1, lastTaken.get() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
  }

  private void come(Arrival arrival) {
    Outlet outlet = outlets.get(arrival.channel());
    boolean wantsHot = arrival.want() == 0;
    String sku = wantsHot ? Bazaar.HOT : Bazaar.ORDINARY.get(arrival.want() - 1);
    if (!outlet.shelf().sell(Map.of(sku, 1))) {
      turnedAway.addAndGet(wantsHot ? 1 : 0);
      return;
    }
    hot.addAndGet(wantsHot ? 1 : 0);
    tell(target.traffic().sale(outlet, target.nextNumber(), sku, time.instant()));
  }

  private void tell(Message message) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      try {
        if (target.traffic().deliver(target.product(), message) / 100 == 2) {
          taken.add(message);
          lastTaken.accumulateAndGet(System.nanoTime(), Math::max);
          return;
        }
        Thread.sleep(PAUSE);
      } catch (IOException e) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    failed.incrementAndGet();
  }
}
