package dev.crossdock.routing.reach;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.routing.trials.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The last orders of each merchant as rules see them. They are read some at a time, as long as whoever asks has
 * patience; who asks next goes on where that ended. What was read is kept for a short while, of few merchants at once,
 * and nowhere but in memory: where orders go is personal data.
 */
public final class RecentOrders {

  public static final int ORDERS_MAX = 10_000;
  static final Duration KEPT = Duration.ofMinutes(3);
  private static final int MERCHANTS_MAX = 4;

  private final Door door;
  private final PastOrders past;
  private final History history;
  private final LongSupplier nanos;
  private final Map<Integer, Sample> samples = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Reads through the door.
   *
   * @param nanos a clock that only ever grows
   */
  public RecentOrders(Door door, PastOrders past, History history, LongSupplier nanos) {
    this.door = door;
    this.past = past;
    this.history = history;
    this.nanos = nanos;
  }

  /** Some orders, the newest first, and whether there are no more to look at. */
  record Look(List<Seen> orders, boolean whole) {}

  /** What was read of one merchant; each has its own lock, so that one who reads keeps no other waiting. */
  private static final class Sample {
    final long begun;
    final List<Seen> seen = new ArrayList<>();
    @Nullable OrderId last;
    int read;
    boolean whole;

    Sample(long begun) {
      this.begun = begun;
    }
  }

  /** As many as were read before, and more of them until the patience ends; at least one page. */
  Look look(Merchant merchant, BooleanSupplier patience) {
    Sample sample = sample(merchant);
    synchronized (sample) {
      while (!sample.whole && (sample.read == 0 || patience.getAsBoolean())) {
        more(merchant, sample);
      }
      return new Look(List.copyOf(sample.seen), sample.whole);
    }
  }

  private Sample sample(Merchant merchant) {
    long now = nanos.getAsLong();
    synchronized (samples) {
      samples.values().removeIf(sample -> now - sample.begun > KEPT.toNanos());
      Sample sample = samples.computeIfAbsent(merchant.id(), id -> new Sample(now));
      if (samples.size() > MERCHANTS_MAX) {
        samples.remove(samples.keySet().iterator().next());
      }
      return sample;
    }
  }

  private void more(Merchant merchant, Sample sample) {
    int limit = Math.min(PastOrders.PAGE_MAX, ORDERS_MAX - sample.read);
    door.read(
        merchant,
        tx -> {
          List<Order> page = past.latest(tx, sample.last, limit);
          history.orders(tx, page).forEach(order -> sample.seen.add(new Seen(order.facts(), order.came())));
          sample.read += page.size();
          sample.last = page.isEmpty() ? sample.last : page.getLast().id();
          sample.whole = page.size() < limit || sample.read >= ORDERS_MAX;
          return page.size();
        });
  }
}
