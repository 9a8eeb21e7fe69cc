package dev.crossdock.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The orders a simulated channel has, each as it is now. Thread-safe. */
final class OrderBook {

  private static final Comparator<SimOrder> BY_CHANGE =
      Comparator.comparing(SimOrder::updated).thenComparing(SimOrder::number);

  private final Map<String, SimOrder> orders = new ConcurrentHashMap<>();

  /** Keeps the order under the channel's id of it, unless a newer state is known. */
  void put(String id, SimOrder order) {
    orders.merge(id, order, (old, next) -> next.updated().isBefore(old.updated()) ? old : next);
  }

  Optional<SimOrder> find(String id) {
    return Optional.ofNullable(orders.get(id));
  }

  /** Changed at that time or later, the oldest change first. */
  List<SimOrder> changedSince(Instant since) {
    return orders.values().stream().filter(order -> !order.updated().isBefore(since)).sorted(BY_CHANGE).toList();
  }
}
