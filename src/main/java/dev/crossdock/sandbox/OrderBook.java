package dev.crossdock.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The orders a simulated channel has, each as it is now, and in the order in which they changed: a list of a hundred
 * thousand is read page by page, and sorting it for each page would take longer than the product takes. Thread-safe.
 */
final class OrderBook {

  private static final Comparator<Change> OLDEST_FIRST = Comparator.comparing(Change::at).thenComparing(Change::number);

  private final Map<String, SimOrder> orders = new ConcurrentHashMap<>();
  private final NavigableMap<Change, SimOrder> changes = new ConcurrentSkipListMap<>(OLDEST_FIRST);

  /** When an order last changed; its number tells it from others that changed then. */
  private record Change(Instant at, long number) {

    static Change of(SimOrder order) {
      return new Change(order.updated(), order.number());
    }
  }

  /** Keeps the order under the channel's id of it, unless a newer state is known. */
  void put(String id, SimOrder order) {
    orders.compute(
        id,
        (key, old) -> {
          if (old != null && order.updated().isBefore(old.updated())) {
            return old;
          }
          if (old != null) {
            changes.remove(Change.of(old));
          }
          changes.put(Change.of(order), order);
          return order;
        });
  }

  Optional<SimOrder> find(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /**
   * Some of those that changed at one time or later and before another, the oldest change first.
   *
   * @param from how many to leave out
   */
  List<SimOrder> changed(Instant since, Instant before, int from, int limit) {
    return between(since, before).values().stream().skip(from).limit(limit).toList();
  }

  /** How many changed at that time or later. */
  int changed(Instant since) {
    return between(since, Instant.MAX).size();
  }

  private NavigableMap<Change, SimOrder> between(Instant since, Instant before) {
    Instant end = before.isBefore(since) ? since : before;
    return changes.subMap(new Change(since, Long.MIN_VALUE), true, new Change(end, Long.MIN_VALUE), false);
  }
}
