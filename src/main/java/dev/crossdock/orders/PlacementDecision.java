package dev.crossdock.orders;

import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.Buckets.Move;
import dev.crossdock.orders.OrderCommand.LinePlan;
import dev.crossdock.orders.shortage.Promised;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.orders.shortage.SoldAhead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts the units of an order where a routing plan wants them. */
final class PlacementDecision {

  private static final String RULE = "stock-short";
  private static final String HELD = "stock-short-held";
  private static final String PREORDER = "pre-order";

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
    unreleased(draft, line, plan.shortage().unreleased(), now);
    List<Placement> reserved =
        Placements.open(draft.order(), line.line()).stream().filter(p -> p.fulfilmentOrder() == null).toList();
    boolean unchanged =
        line.buckets().unplaced() == 0
            && plan.backordered() == line.waiting()
            && plan.shortage().ahead().isEmpty()
            && reserved.equals(plan.placements());
    if (unchanged) {
      return;
    }
    if (!reserved.isEmpty()) {
      Move back = new Move(Bucket.RESERVED, Bucket.UNPLACED, line.buckets().reserved());
      draft.emit(new OrderEvent.UnitsReleased(line.line(), List.of(back), reserved, "placed anew"));
    }
    moveUnits(draft, line.line(), plan);
    wait(draft, line.line(), plan.shortage().ahead());
    shortage(draft, line.line(), plan.shortage().held(), now);
  }

  private static void moveUnits(Draft draft, int line, LinePlan plan) {
    Buckets buckets = draft.order().line(line).buckets();
    int unplaced = buckets.unplaced();
    int backordered = buckets.backordered();
    List<Move> moves = new ArrayList<>();
    for (Placement placement : plan.placements()) {
      Bucket to = Placements.bucket(placement);
      int fresh = Math.min(unplaced, placement.units());
      int waited = Math.min(backordered, placement.units() - fresh);
      addMove(moves, Bucket.UNPLACED, to, fresh);
      addMove(moves, Bucket.BACKORDERED, to, waited);
      addMove(moves, Bucket.PREORDERED, to, placement.units() - fresh - waited);
      unplaced -= fresh;
      backordered -= waited;
    }
    if (!moves.isEmpty()) {
      draft.emit(new OrderEvent.UnitsPlaced(line, moves, plan.placements()));
    }
  }

  /** What found no stock waits; of it, and of what waited already, so much is sold ahead. */
  private static void wait(Draft draft, int line, List<SoldAhead> ahead) {
    Buckets buckets = draft.order().line(line).buckets();
    int preordered = Promised.units(ahead, AuthorisationKind.PREORDER);
    int fresh = Math.min(buckets.unplaced(), preordered);
    List<Move> moves = new ArrayList<>();
    addMove(moves, Bucket.UNPLACED, Bucket.PREORDERED, fresh);
    addMove(moves, Bucket.BACKORDERED, Bucket.PREORDERED, preordered - fresh);
    addMove(moves, Bucket.UNPLACED, Bucket.BACKORDERED, buckets.unplaced() - fresh);
    if (!moves.isEmpty() || !ahead.isEmpty()) {
      draft.emit(new OrderEvent.UnitsBackordered(line, moves, ahead));
    }
  }

  private static void addMove(List<Move> moves, Bucket from, Bucket to, int units) {
    if (units > 0) {
      moves.add(new Move(from, to, units));
    }
  }

  static OrderDecision sellAhead(Order order, OrderCommand.SellAhead command, Instant now) {
    OrderRefusal refusal = Units.refusal(order, command.line());
    if (refusal != null) {
      return new OrderDecision.Refused(refusal);
    }
    int units = Promised.units(command.ahead());
    if (units < 1 || units > order.line(command.line()).unpromised()) {
      return new OrderDecision.Refused(
          new OrderRefusal.LineNotReady(command.line(), "has no " + units + " units that wait without a promise."));
    }
    Draft draft = new Draft(order);
    wait(draft, command.line(), command.ahead());
    shortage(draft, command.line(), false, now);
    OrderLifecycle.progress(draft);
    return draft.accepted();
  }

  /** A line sold before its release date keeps its stock and does not leave. */
  private static void unreleased(Draft draft, OrderLine line, Shortage.@Nullable Unreleased unreleased, Instant now) {
    boolean open =
        draft.order().openHolds().stream()
            .anyMatch(h -> h.reason() == Hold.Reason.PREORDER && h.line() != null && h.line() == line.line());
    if (unreleased != null && !open) {
      Holds.open(
          draft,
          new Finding(
              PREORDER, line.externalId(), Hold.Reason.PREORDER, Set.of(Hold.Step.RELEASE), true,
              line.told().sku() + " is sold before its release date; the line goes on by itself on that day.",
              Map.of(
                  "authorisation", unreleased.authorisation().toString(), "releaseOn",
                  unreleased.releaseOn().toString())),
          "rule",
          now);
    }
  }

  /** A line that is short and was not sold ahead is held back as a line; the rest of the order goes on. */
  private static void shortage(Draft draft, int line, boolean forPerson, Instant now) {
    int missing = draft.order().line(line).unpromised();
    boolean open =
        draft.order().openHolds().stream()
            .anyMatch(h -> h.reason() == Hold.Reason.STOCK_SHORT && h.line() != null && h.line() == line);
    if (missing > 0 && !open) {
      boolean held = forPerson && !letGo(draft.order(), line);
      Holds.open(draft, finding(draft.order().line(line), missing, held), "rule", now);
    } else if (missing == 0 && open) {
      boolean promised = draft.order().line(line).waiting() > 0;
      Holds.release(draft, Hold.Reason.STOCK_SHORT, line, now, promised ? "sold ahead" : "stock found");
    }
  }

  private static Finding finding(OrderLine line, int missing, boolean held) {
    String what = missing + " of " + line.told().ordered() + " units of " + line.told().sku() + " found no stock; ";
    Map<String, String> evidence = Map.of("missing", Integer.toString(missing));
    return held
        ? new Finding(
            HELD, line.externalId(), Hold.Reason.STOCK_SHORT, Set.of(Hold.Step.ROUTE, Hold.Step.RELEASE), true,
            what + "somebody has to decide what becomes of them.", evidence)
        : new Finding(
            RULE, line.externalId(), Hold.Reason.STOCK_SHORT, Set.of(Hold.Step.RELEASE), true,
            what + "they go on by themselves when stock arrives.", evidence);
  }

  /** Whom a person has let go waits like others from then on. */
  private static boolean letGo(Order order, int line) {
    return order.holds().stream()
        .anyMatch(h -> h.rule().equals(HELD) && h.line() != null && h.line() == line && !h.open());
  }
}
