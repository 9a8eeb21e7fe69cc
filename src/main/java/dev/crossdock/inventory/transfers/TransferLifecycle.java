package dev.crossdock.inventory.transfers;

import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Rules;
import dev.crossdock.inventory.lots.internal.Arrivals;
import dev.crossdock.inventory.transfers.Transfer.Line;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may happen to a transfer. Pure. */
public final class TransferLifecycle {

  private TransferLifecycle() {}

  /** The transfer as it stands after the command, or why not. */
  public static Decided<Transfer> decide(Transfer transfer, TransferCommand command, Instant now) {
    return switch (command) {
      case TransferCommand.Ship ship -> ship(transfer, ship, now);
      case TransferCommand.Receive receive -> receive(transfer, receive, now);
      case TransferCommand.Complete() -> complete(transfer);
      case TransferCommand.Cancel() -> cancel(transfer);
    };
  }

  private static Decided<Transfer> ship(Transfer transfer, TransferCommand.Ship ship, Instant now) {
    if (transfer.state() != TransferState.REQUESTED) {
      return Refused.state("It has left already, or was cancelled.");
    }
    Rules rules = new Rules();
    rules.past(ship.happenedAt(), now);
    List<Line> lines = new ArrayList<>(transfer.lines());
    if (ship.lines().isEmpty()) {
      lines.replaceAll(line -> line.ship(line.requested()));
    }
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < ship.lines().size(); i++) {
      Units units = ship.lines().get(i);
      String field = "lines[" + i + "].";
      if (line(rules, field, lines, units, seen)
          && rules.require(
              () -> units.units() >= 0 && units.units() <= lines.get(units.line() - 1).requested(),
              field + "units",
              "range",
              "At most what was requested can leave.")) {
        lines.set(units.line() - 1, lines.get(units.line() - 1).ship(Math.toIntExact(units.units())));
      }
    }
    rules.require(
        () -> lines.stream().anyMatch(line -> line.shipped() > 0),
        "lines",
        "range",
        "Nothing would leave: cancel it instead.");
    return rules.clean()
        ? new Accepted<>(transfer.with(TransferState.SHIPPED, lines))
        : new Refused<>(rules.errors());
  }

  private static Decided<Transfer> receive(Transfer transfer, TransferCommand.Receive receive, Instant now) {
    if (transfer.state() != TransferState.SHIPPED) {
      return Refused.state("It is not on its way.");
    }
    Rules rules = new Rules();
    rules.number("reference", receive.reference());
    rules.lines(receive.lines().size());
    rules.past(receive.happenedAt(), now);
    List<Line> lines = new ArrayList<>(transfer.lines());
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < receive.lines().size(); i++) {
      Units units = receive.lines().get(i);
      String field = "lines[" + i + "].";
      if (line(rules, field, lines, units, seen)
          && rules.units(field + "units", units.units(), 1)
          && rules.units(field + "units", units.units() + lines.get(units.line() - 1).received(), 1)
          && rules.require(
              () -> units.damaged() >= 0 && units.damaged() <= units.units(),
              field + "damaged",
              "range",
              "Damaged units are among those that arrived.")
          && Arrivals.judge(rules, field, units.damaged(), 0, units.lots())) {
        lines.set(units.line() - 1, lines.get(units.line() - 1).receive(Math.toIntExact(units.units())));
      }
    }
    if (!rules.clean()) {
      return new Refused<>(rules.errors());
    }
    boolean done = lines.stream().allMatch(line -> line.inTransit() == 0);
    return new Accepted<>(transfer.with(done ? TransferState.COMPLETED : TransferState.SHIPPED, lines));
  }

  private static Decided<Transfer> complete(Transfer transfer) {
    return transfer.state() == TransferState.SHIPPED
        ? new Accepted<>(
            transfer.with(TransferState.COMPLETED, transfer.lines().stream().map(Line::lose).toList()))
        : Refused.state("It is not on its way.");
  }

  private static Decided<Transfer> cancel(Transfer transfer) {
    return transfer.state() == TransferState.REQUESTED
        ? new Accepted<>(transfer.with(TransferState.CANCELLED, transfer.lines()))
        : Refused.state("It has left already, or was cancelled.");
  }

  private static boolean line(Rules rules, String field, List<Line> lines, Units units, Set<Integer> seen) {
    return rules.require(
            () -> units.line() >= 1 && units.line() <= lines.size(),
            field + "line",
            "unknown",
            "There is no such line.")
        && rules.require(() -> seen.add(units.line()), field + "line", "duplicate", "The line is named twice.");
  }
}
