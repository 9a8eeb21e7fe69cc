package dev.crossdock.routing;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand.LinePlan;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.platform.ids.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A plan as an order takes it: line by line, with work for what may leave at once. */
final class LinePlans {

  private final Ids ids;

  LinePlans(Ids ids) {
    this.ids = ids;
  }

  /**
   * The plan of each line.
   *
   * @param kept whether nothing leaves for now, and what there is is only promised
   */
  List<LinePlan> of(Order order, RoutingPlan plan, Map<Integer, Shortage> shortages, boolean kept) {
    Map<String, UUID> work = new HashMap<>();
    List<LinePlan> plans = new ArrayList<>();
    for (Demand.Line line : Demand.of(order).lines()) {
      int missing = plan.missing(line.line());
      Shortage shortage = shortages.getOrDefault(line.line(), Shortage.NONE);
      boolean held =
          kept
              || missing > 0
              || shortage.unreleased() != null
              || (order.blocked(Hold.Step.RELEASE, line.line()) && !onlyShort(order, line.line()));
      List<Placement> placements =
          plan.assignments().stream()
              .filter(a -> a.line() == line.line())
              .map(
                  a ->
                      new Placement(
                          a.line(),
                          a.location(),
                          held ? null : work.computeIfAbsent(a.location(), l -> ids.next()),
                          a.units(),
                          false))
              .toList();
      plans.add(new LinePlan(line.line(), placements, missing, shortage));
    }
    return plans;
  }

  /** A line held only for want of stock is free as soon as the plan finds it. */
  private static boolean onlyShort(Order order, int line) {
    return order.openHolds().stream()
        .filter(h -> h.blocks().contains(Hold.Step.RELEASE) && (h.line() == null || h.line() == line))
        .allMatch(h -> h.reason() == Hold.Reason.STOCK_SHORT);
  }
}
