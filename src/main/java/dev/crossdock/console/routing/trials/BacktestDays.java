package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Choice;
import java.util.List;

/** How many days a backtest may look back. */
public final class BacktestDays {

  private static final String USUAL = "14";
  private static final List<String> OFFERED = List.of("1", "7", USUAL, "30", "90", "365");

  private BacktestDays() {}

  /** The list of a form. */
  public static Choice choice() {
    return new Choice(
        "days", "Orders of", USUAL,
        OFFERED.stream()
            .map(days -> new Choice.Option(days, days.equals("1") ? "the last day" : "the last " + days + " days"))
            .toList(),
        null);
  }

  /** What a form sent; the usual number where it is none of the list. */
  static int of(String days) {
    return Integer.parseInt(OFFERED.contains(days) ? days : USUAL);
  }
}
