package dev.crossdock.inventory.receiving;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.internal.Arrivals;
import dev.crossdock.inventory.receiving.PurchaseOrder.Line;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may happen to a purchase order. Pure. */
public final class PurchaseOrderLifecycle {

  private static final int PER_CENT = 100;

  private PurchaseOrderLifecycle() {}

  /** The order as it stands after the command, or why not. */
  public static Decided<PurchaseOrder> decide(PurchaseOrder order, PurchaseOrderCommand command, Instant now) {
    return switch (command) {
      case PurchaseOrderCommand.Receive receive -> receive(order, receive, now);
      case PurchaseOrderCommand.Close() -> close(order);
      case PurchaseOrderCommand.Cancel() -> cancel(order);
    };
  }

  private static Decided<PurchaseOrder> receive(
      PurchaseOrder order, PurchaseOrderCommand.Receive receive, Instant now) {
    boolean takes =
        switch (order.state()) {
          case OPEN, RECEIVED -> true;
          case CLOSED, CANCELLED -> false;
        };
    if (!takes) {
      return Refused.state("Nothing is expected any more: the purchase order is closed or cancelled.");
    }
    Rules rules = new Rules();
    rules.number("reference", receive.reference());
    rules.lines(receive.lines().size());
    rules.past(receive.happenedAt(), now);
    List<Line> lines = new ArrayList<>(order.lines());
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < receive.lines().size(); i++) {
      Received received = receive.lines().get(i);
      int at = received.line() - 1;
      String field = "lines[" + i + "].";
      if (rules.require(() -> at >= 0 && at < lines.size(), field + "line", "unknown", "There is no such line.")
          && rules.require(() -> seen.add(at), field + "line", "duplicate", "The line is named twice.")
          && judge(rules, field, order, lines.get(at), received)) {
        lines.set(at, lines.get(at).receive(Math.toIntExact(received.units())));
      }
    }
    if (!rules.clean()) {
      return new Refused<>(rules.errors());
    }
    boolean done = lines.stream().allMatch(line -> line.outstanding() == 0);
    return new Accepted<>(order.with(done ? PurchaseOrderState.RECEIVED : PurchaseOrderState.OPEN, lines));
  }

  private static boolean judge(Rules rules, String field, PurchaseOrder order, Line line, Received received) {
    boolean blocked =
        received.damaged() >= 0
            && received.qualityControl() >= 0
            && received.damaged() <= received.units()
            && received.qualityControl() <= received.units() - received.damaged();
    return rules.units(field + "units", received.units(), 1)
        && rules.require(
            () -> blocked, field + "damaged", "range", "Damaged units and units to look at are among what arrived.")
        && Arrivals.judge(rules, field, received.damaged(), received.qualityControl(), received.lots())
        && rules.require(
            () -> line.received() + received.units() <= most(order, line),
            field + "units",
            "over-receipt",
            "Of this line " + Math.max(0, most(order, line) - line.received()) + " more units are taken.");
  }

  /** The most units of the line that are ever taken. */
  private static long most(PurchaseOrder order, Line line) {
    Integer over = order.overPerCent();
    return over == null ? Rules.UNITS_MAX : line.ordered() + (long) line.ordered() * over / PER_CENT;
  }

  private static Decided<PurchaseOrder> close(PurchaseOrder order) {
    return switch (order.state()) {
      case OPEN ->
          new Accepted<>(order.with(PurchaseOrderState.CLOSED, order.lines().stream().map(Line::close).toList()));
      case RECEIVED, CLOSED, CANCELLED -> Refused.state("Nothing of the purchase order is outstanding.");
    };
  }

  private static Decided<PurchaseOrder> cancel(PurchaseOrder order) {
    boolean untouched = order.lines().stream().allMatch(line -> line.received() == 0);
    return switch (order.state()) {
      case OPEN ->
          untouched
              ? new Accepted<>(order.with(PurchaseOrderState.CANCELLED, order.lines()))
              : Refused.state("Something was received already: close the rest instead.");
      case RECEIVED, CLOSED, CANCELLED -> Refused.state("The purchase order is past that.");
    };
  }
}
