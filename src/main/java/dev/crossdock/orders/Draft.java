package dev.crossdock.orders;

import java.util.ArrayList;
import java.util.List;

/** An order while a command is being decided: each event takes effect at once, so the next thought sees it. */
final class Draft {

  private final List<OrderEvent> events = new ArrayList<>();
  private Order order;

  Draft(Order order) {
    this.order = order;
  }

  static Draft begin(OrderId id, OrderEvent.Placed placed) {
    Draft draft = new Draft(Order.begin(id, placed));
    draft.events.add(placed);
    return draft;
  }

  void emit(OrderEvent event) {
    order = order.apply(event);
    events.add(event);
  }

  Order order() {
    return order;
  }

  OrderDecision accepted() {
    return new OrderDecision.Accepted(order, events);
  }
}
