package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.engine.Planned;
import dev.crossdock.routing.internal.WaitingRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an order waits for now, and why. */
final class Waits {

  private Waits() {}

  /** By SKU. */
  static Collection<WaitingRow> of(Tx tx, Order order, RoutingPlan plan, boolean rejected) {
    Map<String, WaitingRow> rows = new TreeMap<>();
    for (OrderLine line : order.lines()) {
      if (order.routable(line) > 0 && line.waiting() > 0) {
        List<Component> parts = line.told().components();
        LocalDate promised = Promised.soonest(line.ahead()).orElse(null);
        for (Component part : parts) {
          int units = parts.size() == 1 ? line.waiting() * part.units() : 0;
          rows.merge(
              part.sku(),
              new WaitingRow(
                  part.sku(), order.id(), units, order.priority(), promised, tx.now(),
                  state(line, plan, rejected), Aftermath.cancelAt(plan)),
              WaitingRow::plus);
        }
      }
    }
    return rows.values();
  }

  private static WaitingRow.State state(OrderLine line, RoutingPlan plan, boolean rejected) {
    boolean there =
        plan.missing().stream()
            .anyMatch(m -> m.line() == line.line() && !Planned.Lack.NO_STOCK.name().equals(m.why()));
    if (rejected) {
      return WaitingRow.State.REJECTED;
    }
    if (there) {
      return WaitingRow.State.UNROUTABLE;
    }
    return line.buckets().preordered() > 0 ? WaitingRow.State.PREORDER : WaitingRow.State.BACKORDER;
  }
}
