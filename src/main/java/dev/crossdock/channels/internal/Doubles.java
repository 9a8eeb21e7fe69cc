package dev.crossdock.channels.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Lookalike;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.ResolvedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lookalikes within one batch, which the database does not know of yet. Lives as long as the batch. */
final class Doubles {

  private record One(Told told, ResolvedOrder order) {}

  private final OrderBatch batch;
  private final Map<String, List<One>> byContent = new HashMap<>();

  Doubles(OrderBatch batch, Map<Told, ResolvedOrder> resolved) {
    this.batch = batch;
    resolved.forEach((told, order) -> alike(order).add(new One(told, order)));
  }

  /** Numbers of orders of the same buyer and content that this batch took in before this one. */
  Set<String> before(Told told, ResolvedOrder resolved) {
    Set<String> numbers = new TreeSet<>();
    Long total = resolved.sums().total();
    if (total == null || total <= 0) {
      return numbers;
    }
    for (One other : alike(resolved)) {
      if (!other.told().ref().equals(told.ref())
          && Lookalike.near(resolved, other.order())
          && PartyKeeper.samePerson(told.order().buyer(), other.told().order().buyer())) {
        takenInBefore(told.ref(), other.told().ref()).map(Order::number).ifPresent(numbers::add);
      }
    }
    return numbers;
  }

  private List<One> alike(ResolvedOrder order) {
    return byContent.computeIfAbsent(Lookalike.content(order), content -> new ArrayList<>());
  }

  private Optional<Order> takenInBefore(ChannelRef ref, ChannelRef other) {
    Optional<Order> known = batch.order(ref);
    return batch
        .order(other)
        .filter(order -> order.lifecycle() != Order.Lifecycle.CANCELLED)
        .filter(order -> known.isEmpty() || order.id().value().compareTo(known.get().id().value()) < 0);
  }
}
