package dev.crossdock.routing.internal;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import java.util.List;
import java.util.Set;

/** Whom the queue has to do with after an order has changed. */
public final class Turns {

  private Turns() {}

  /**
   * Whether routing has to look at the order.
   *
   * @param routed whom it has looked at in the same transaction
   * @param later whom of them it has left for later
   */
  public static boolean comes(OrderChange change, Set<OrderId> routed, PutOff later) {
    OrderId order = change.after().id();
    return (change.after().wantsRouting() && !later.has(order)) || (waitsAnew(change) && !routed.contains(order));
  }

  /** Whether the order waited for stock and does no more. */
  public static boolean hasStopped(OrderChange change) {
    Order before = change.before();
    boolean waited = before != null && (before.waitsForStock() || change.after().lifecycle().ended());
    return waited && !change.after().waitsForStock();
  }

  /** Whether nothing is left that routing could decide later. */
  public static boolean isOver(OrderChange change) {
    Order before = change.before();
    return before != null && toRoute(before) && !toRoute(change.after());
  }

  private static boolean toRoute(Order order) {
    return order.wantsRouting() || order.waitsForStock();
  }

  private static boolean waitsAnew(OrderChange change) {
    Order before = change.before();
    Order after = change.after();
    return before != null
        && after.waitsForStock()
        && (!before.waitsForStock()
            || before.priority() != after.priority()
            || !before.lines().stream().map(Turns::standing).toList()
                .equals(after.lines().stream().map(Turns::standing).toList()));
  }

  private static List<Object> standing(OrderLine line) {
    return List.of(line.waiting(), line.ahead());
  }
}
