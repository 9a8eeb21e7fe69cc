package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.OrderCommand.LinePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the units of an order where a routing plan wants them. */
final class PlacementDecision {

  private static final String RULE = "stock-short";

  private PlacementDecision() {}

  static OrderDecision decide(Order order, OrderCommand.Place command, Instant now) {
    Draft draft = new Draft(order);
    for (LinePlan plan : command.lines()) {
      OrderLine line = draft.order().line(plan.line());
      int planned = plan.backordered() + plan.placements().stream().mapToInt(Placement::units).sum();
      if (planned != draft.order().routable(line)) {
        return new OrderDecision.Refused(new OrderRefusal.PlanOutdated(plan.line()));
      }
      place(draft, line, plan, now);
    }
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  private static void place(Draft draft, OrderLine line, LinePlan plan, Instant now) {
    List<Placement> reserved =
        Placements.open(draft.order(), line.line()).stream().filter(p -> p.fulfilmentOrder() == null).toList();
    boolean unchanged =
        line.buckets().unplaced() == 0
            && plan.backordered() == line.buckets().backordered()
            && reserved.equals(plan.placements());
    if (unchanged) {
      return;
    }
    if (!reserved.isEmpty()) {
      Move back = new Move(Bucket.RESERVED, Bucket.UNPLACED, line.buckets().reserved());
      draft.emit(new OrderEvent.UnitsReleased(line.line(), List.of(back), reserved, "placed anew"));
    }
    moveUnits(draft, line.line(), plan);
    shortage(draft, line.line(), plan.backordered(), now);
  }

  private static void moveUnits(Draft draft, int line, LinePlan plan) {
    Buckets buckets = draft.order().line(line).buckets();
    int unplaced = buckets.unplaced();
    List<Move> moves = new ArrayList<>();
    for (Placement placement : plan.placements()) {
      Bucket to = Placements.bucket(placement);
      int fresh = Math.min(unplaced, placement.units());
      int waited = placement.units() - fresh;
      addMove(moves, Bucket.UNPLACED, to, fresh);
      addMove(moves, Bucket.BACKORDERED, to, waited);
      unplaced -= fresh;
    }
    if (!moves.isEmpty()) {
      draft.emit(new OrderEvent.UnitsPlaced(line, moves, plan.placements()));
    }
    if (unplaced > 0) {
      draft.emit(
          new OrderEvent.UnitsBackordered(line, List.of(new Move(Bucket.UNPLACED, Bucket.BACKORDERED, unplaced))));
    }
  }

  private static void addMove(List<Move> moves, Bucket from, Bucket to, int units) {
    if (units > 0) {
      moves.add(new Move(from, to, units));
    }
  }

  /** A line that is short is held back as a line; the rest of the order goes on. */
  private static void shortage(Draft draft, int line, int missing, Instant now) {
    boolean open =
        draft.order().openHolds().stream()
            .anyMatch(h -> h.reason() == Hold.Reason.STOCK_SHORT && h.line() != null && h.line() == line);
    if (missing > 0 && !open) {
      OrderLine short_ = draft.order().line(line);
      Holds.open(
          draft,
          new Finding(
              RULE, short_.externalId(), Hold.Reason.STOCK_SHORT, Set.of(Hold.Step.RELEASE), true,
              missing + " of " + short_.told().ordered() + " units of " + short_.told().sku()
                  + " found no stock; they go on by themselves when stock arrives.",
              Map.of("missing", Integer.toString(missing))),
          "rule",
          now);
    } else if (missing == 0 && open) {
      Holds.release(draft, Hold.Reason.STOCK_SHORT, line, now, "stock found");
    }
  }
}
