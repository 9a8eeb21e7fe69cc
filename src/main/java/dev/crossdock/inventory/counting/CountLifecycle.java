package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.counting.CountCommand.Counted;
import dev.crossdock.inventory.counting.StockCount.Line;
import dev.crossdock.inventory.counting.StockCount.LineState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What may happen to a count. Pure. */
public final class CountLifecycle {

  private CountLifecycle() {}

  /**
   * The count as it stands after the command, or why not.
   *
   * @param there by line, what must have been there at the instant of counting
   */
  public static Decided<StockCount> decide(
      StockCount count, CountCommand command, Map<Integer, There> there, Instant now) {
    if (count.state() != StockCount.State.OPEN) {
      return Refused.state("The count is done with.");
    }
    return switch (command) {
      case CountCommand.Submit submit -> submit(count, submit, there, now);
      case CountCommand.Approve approve -> each(count, approve.lines(), line -> line.with(LineState.BOOKED));
      case CountCommand.Recount recount -> each(count, recount.lines(), Line::again);
      case CountCommand.Cancel() -> cancel(count);
    };
  }

  private static Decided<StockCount> submit(
      StockCount count, CountCommand.Submit submit, Map<Integer, There> there, Instant now) {
    Rules rules = new Rules();
    rules.lines(submit.lines().size());
    rules.past(submit.countedAt(), now);
    rules.require(
        () -> !submit.countedAt().isBefore(count.createdAt()), "countedAt", "range", "The count had not begun then.");
    List<Line> lines = new ArrayList<>(count.lines());
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < submit.lines().size(); i++) {
      Counted counted = submit.lines().get(i);
      String field = "lines[" + i + "].";
      if (known(rules, field + "line", lines, counted.line(), LineState.COUNTING, seen)
          && rules.units(field + "units", counted.units(), 0)) {
        There was = there.getOrDefault(counted.line(), There.NOTHING);
        Line line = lines.get(counted.line() - 1);
        lines.set(counted.line() - 1, line.counted(counted, was, count.approveAbove(), submit.countedAt()));
      }
    }
    return rules.clean() ? new Accepted<>(count.with(lines)) : new Refused<>(rules.errors());
  }

  private static Decided<StockCount> each(StockCount count, List<Integer> wanted, UnaryOperator<Line> change) {
    Rules rules = new Rules();
    rules.lines(wanted.size());
    List<Line> lines = new ArrayList<>(count.lines());
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < wanted.size(); i++) {
      int line = wanted.get(i);
      if (known(rules, "lines[" + i + "]", lines, line, LineState.TO_APPROVE, seen)) {
        lines.set(line - 1, change.apply(lines.get(line - 1)));
      }
    }
    return rules.clean() ? new Accepted<>(count.with(lines)) : new Refused<>(rules.errors());
  }

  private static Decided<StockCount> cancel(StockCount count) {
    List<Line> lines = new ArrayList<>(count.lines());
    lines.replaceAll(line -> line.state() == LineState.BOOKED ? line : line.with(LineState.CANCELLED));
    return new Accepted<>(count.with(lines));
  }

  private static boolean known(
      Rules rules, String field, List<Line> lines, int line, LineState state, Set<Integer> seen) {
    return rules.require(() -> line >= 1 && line <= lines.size(), field, "unknown", "There is no such line.")
        && rules.require(() -> seen.add(line), field, "duplicate", "The line is named twice.")
        && rules.require(
            () -> lines.get(line - 1).state() == state,
            field,
            "state",
            state == LineState.COUNTING ? "The line was counted already." : "The line does not wait for approval.");
  }
}
