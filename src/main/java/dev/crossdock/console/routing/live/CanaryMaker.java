package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.CanaryFigures;
import dev.crossdock.routing.tryout.CanaryLimits;
import java.util.List;
import java.util.Locale;

/** Makes the table of a version that decides for a part of the orders, beside the active one. */
final class CanaryMaker {

  private static final double PERCENT = 100;

  private CanaryMaker() {}

  static Grid grid(PolicyVersion canary, PolicyVersion active, CanaryFigures figures) {
    CanaryFigures.Side mine = figures.canary();
    CanaryFigures.Side others = figures.active();
    return new Grid(
        "The canary and the active version",
        List.of(
            Column.text("Of the orders since it began"),
            Column.number("v" + canary.version() + ", " + canary.canaryPercent() + " %"),
            Column.number("v" + active.version() + ", the others")),
        List.of(
            row("orders", "Decided", Cell.of(mine.orders()), Cell.of(others.orders())),
            row(
                "unplaced", "Without a place", share(mine.unplaced(), mine.orders()),
                share(others.unplaced(), others.orders())),
            row(
                "rejected", "Turned down by a location", share(mine.rejected(), mine.orders()),
                share(others.rejected(), others.orders())),
            row("due", "Due to leave by now", Cell.of(mine.due()), Cell.of(others.due())),
            row(
                "late", "Of these left late, or have not left", share(mine.late(), mine.due()),
                share(others.late(), others.due()))));
  }

  /** When it falls back, in a sentence. */
  static String limits(CanaryLimits limits) {
    return "It falls back when both have " + Units.grouped(limits.ordersLeast()) + " orders or more and locations turn"
        + " down " + points(limits.rejectedPointsMore()) + " more of its orders, or " + points(limits.latePointsMore())
        + " more of them are late, beyond what chance explains.";
  }

  private static Grid.Row row(String id, String words, Cell canary, Cell active) {
    return Grid.Row.of("canary-" + id, Cell.of(words), canary, active);
  }

  private static Cell share(int some, int all) {
    return all == 0
        ? Cell.of("")
        : Cell.of(some).withSecond(String.format(Locale.ROOT, "%.1f %%", PERCENT * some / all));
  }

  private static String points(double points) {
    return String.format(Locale.ROOT, points == Math.rint(points) ? "%.0f points" : "%.1f points", points);
  }
}
