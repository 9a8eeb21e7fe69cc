package dev.crossdock.orders;

import java.util.ArrayList;
import java.util.List;

/** An order while a command is being decided: each event takes effect at once, so the next thought sees it. */
final class Draft {

  private final List<OrderEvent> events = new ArrayList<>();
  private Order order;
  private Order beforeLast;

  Draft(Order order) {
    this.order = order;
    this.beforeLast = order;
  }

  static Draft begin(OrderId id, OrderEvent.Placed placed) {
    Draft draft = new Draft(Order.begin(id, placed));
    draft.events.add(placed);
    return draft;
  }

  void emit(OrderEvent event) {
    beforeLast = order;
    order = order.apply(event);
    events.add(event);
  }

  /** Units get a place. Lines that get theirs one after another do so in one event: most orders are placed at once. */
  void place(OrderEvent.UnitsPlaced units) {
    if (!events.isEmpty() && events.getLast() instanceof OrderEvent.UnitsPlaced placed) {
      events.removeLast();
      order = beforeLast;
      emit(placed.and(units));
    } else {
      emit(units);
    }
  }

  Order order() {
    return order;
  }

  OrderDecision accepted() {
    return new OrderDecision.Accepted(order, events);
  }
}
