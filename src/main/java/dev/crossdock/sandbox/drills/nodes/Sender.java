package dev.crossdock.sandbox.drills.nodes;

import dev.crossdock.sandbox.Message;
import dev.crossdock.sandbox.Product;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.SimulatedChannels;
import dev.crossdock.sandbox.Traffic;
import dev.crossdock.sandbox.drills.kit.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Shops that send at a steady rate, and send again what was not taken, as shops do. */
final class Sender implements AutoCloseable {

  /** One of five only names its order, which must be fetched: work that a node may die in the middle of. */
  private static final List<Shop> MIX =
      List.of(Shop.SHOPIFY, Shop.WOOCOMMERCE, Shop.AMAZON, Shop.SHOPIFY, Shop.WOOCOMMERCE);

  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final int LATEST = 200;

  private final Product product;
  private final Traffic traffic;
  private final InstantSource time;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Message> taken = new ArrayList<>();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean sending = true;
  private @Nullable Thread clock;

  Sender(Product product, SimulatedChannels channels, long seed, InstantSource time) {
    this.product = product;
    this.traffic = new Traffic(channels, seed, Traffic.Demand.SPREAD, time);
    this.time = time;
  }

  void begin(int perSecond) {
    long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long first = System.nanoTime();
    clock =
        Thread.ofPlatform().daemon().name("sender").start(() -> {
          for (long number = 1; sending; number++) {
            Message message = traffic.order(number, MIX.get((int) (number % MIX.size())), time.instant());
            long due = first + number * gap;
            while (System.nanoTime() < due) {
              LockSupport.parkNanos(due - System.nanoTime());
            }
            threads.execute(() -> send(message));
          }
        });
  }

  /** Sends no new orders, and returns when all that were begun are taken. */
  void end() throws InterruptedException {
    stopClock();
    threads.shutdown();
    if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("some messages are not taken, though they are sent again and again");
    }
  }

  /** What was answered with 200, and must be there from then on. */
  List<Message> taken() {
    synchronized (taken) {
      return List.copyOf(taken);
    }
  }

  /** The last that were taken: some of them are being worked on. */
  List<Message> latest() {
    List<Message> all = taken();
    return all.subList(Math.max(0, all.size() - LATEST), all.size());
  }

  /** Tries that were answered with anything else, or not at all. */
  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    try {
      stopClock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    threads.shutdownNow();
  }

  private void stopClock() throws InterruptedException {
    sending = false;
    Thread running = clock;
    if (running != null) {
      running.join();
    }
  }

  private void send(Message message) {
    boolean more = true;
    while (more && !delivered(message)) {
      refused.incrementAndGet();
      more = Patience.paused(AGAIN);
    }
  }

  private boolean delivered(Message message) {
    try {
      if (traffic.deliver(product, message) / 100 != 2) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    synchronized (taken) {
      taken.add(message);
    }
    return true;
  }
}
