package dev.crossdock.orders;

import java.util.List;

/** The answer to a command. */
public sealed interface OrderDecision {

  /**
   * It is done by these events; none when there was nothing to do.
   *
   * @param after the order as these events leave it
   */
  record Accepted(Order after, List<OrderEvent> events) implements OrderDecision {

    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused(OrderRefusal refusal) implements OrderDecision {}
}
