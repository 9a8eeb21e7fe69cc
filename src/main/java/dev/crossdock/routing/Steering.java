package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.internal.SteeringRow;
import dev.crossdock.routing.internal.SteeringStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people and locations have said about where orders go: pinned to a place, turned down by one, on its way. */
final class Steering {

  private final Map<OrderId, List<SteeringRow>> rows;

  private Steering(Map<OrderId, List<SteeringRow>> rows) {
    this.rows = rows;
  }

  /** One statement; none while all orders are new, because nobody can have said anything about them. */
  static Steering of(Tx tx, SteeringStore store, List<Order> orders) {
    List<UUID> known =
        orders.stream().filter(order -> order.receivedAt().isBefore(tx.now())).map(o -> o.id().value()).toList();
    return new Steering(
        known.isEmpty()
            ? Map.of()
            : store.of(tx, known).stream().collect(Collectors.groupingBy(SteeringRow::order)));
  }

  Set<String> avoided(OrderId order, Instant now) {
    return rows.getOrDefault(order, List.of()).stream()
        .filter(row -> row.kind() == SteeringRow.Kind.AVOID && row.holdsAt(now))
        .map(SteeringRow::location)
        .collect(Collectors.toSet());
  }

  Set<String> pinned(OrderId order) {
    return rows.getOrDefault(order, List.of()).stream()
        .filter(row -> row.kind() == SteeringRow.Kind.PIN)
        .map(SteeringRow::location)
        .collect(Collectors.toSet());
  }

  /** Transfers that were requested for the order. */
  Set<UUID> transfers(OrderId order) {
    return rows.getOrDefault(order, List.of()).stream()
        .filter(row -> row.kind() == SteeringRow.Kind.TRANSFER)
        .map(SteeringRow::ref)
        .collect(Collectors.toSet());
  }
}
