package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.Outlet;
import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.drills.kit.Latencies;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes from asking for a change of stock until the number it leads to arrives at each channel. Counts one
 * thing after the other anew, as long as it is open; each is known by its number, for each change is to more than
 * before.
 */
final class PushWatch implements AutoCloseable {

  private static final long EVERY_NANOS = 500_000_000L;

  /** Of a change, once it is open; a number told for an earlier one is smaller. */
  private record Change(int units, long atNanos) {}

  private final Counting counting;
  private final Map<String, Change> open = new ConcurrentHashMap<>();
  private final Map<Shop, Latencies> latencies = new EnumMap<>(Shop.class);
  private final Latencies all = new Latencies();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread;
  private int changes;

  private PushWatch(Counting counting) {
    this.counting = counting;
    for (Shop shop : Shop.values()) {
      latencies.put(shop, new Latencies());
    }
    counting.outlets().forEach(this::hear);
    this.thread = Thread.ofVirtual().unstarted(this::count);
  }

  static PushWatch begin(Counting counting) {
    PushWatch watch = new PushWatch(counting);
    watch.thread.start();
    return watch;
  }

  Latencies all() {
    return all;
  }

  Latencies of(Shop shop) {
    return latencies.getOrDefault(shop, all);
  }

  /** Numbers that should have arrived and have not. */
  int missing() {
    return open.size();
  }

  /** Ends the counting. */
  @Override
  public void close() {
    closed.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hear(Outlet outlet) {
    outlet
        .shelf()
        .hear(
            (sku, _, units, atNanos) -> {
              Change change = open.get(key(outlet, sku));
              if (change != null && units > change.units() - Bazaar.PROBE_UNITS && atNanos > change.atNanos()
                  && open.remove(key(outlet, sku), change)) {
                add(outlet, atNanos - change.atNanos());
              }
            });
  }

  private void count() {
    long next = System.nanoTime();
    while (!closed.get()) {
      String sku = counting.probes().get(changes % counting.probes().size());
      int units = Bazaar.PROBE_UNITS * (2 + changes++);
      Change change = new Change(units, System.nanoTime());
      counting.outlets().forEach(outlet -> overtaken(outlet, open.put(key(outlet, sku), change)));
      try {
        counting.count(sku, units);
      } catch (IllegalStateException | UncheckedIOException e) {
        // a product too busy to count leads to no number that could be waited for
        counting.outlets().forEach(outlet -> open.remove(key(outlet, sku), change));
      }
      next += EVERY_NANOS;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  /** A number that still has not arrived when the next is made is at least as late as that. */
  private void overtaken(Outlet outlet, @Nullable Change change) {
    if (change != null) {
      add(outlet, System.nanoTime() - change.atNanos());
    }
  }

  private void add(Outlet outlet, long nanos) {
    all.add(nanos);
    of(outlet.shop()).add(nanos);
  }

  private static String key(Outlet outlet, String sku) {
    return outlet + " " + sku;
  }
}
