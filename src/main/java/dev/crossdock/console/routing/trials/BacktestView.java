package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One backtest.
 *
 * @param window from when to when the orders came
 * @param going whether its report is still to come: then the page asks for itself
 * @param trouble why it failed; null when it did not
 * @param publish where the version it tried can be made to decide; null for none
 */
public record BacktestView(
    String path, String heading, Badge state, String window, boolean going, int done, int total,
    @Nullable Note trouble, @Nullable Report report, String key, boolean mayAct, @Nullable String publish) {

  /**
   * What it found.
   *
   * @param verdict whether the guard-rails hold
   * @param summary the same figures as the first chart, in sentences
   * @param more where the orders that differ go on; null at the end
   * @param assumed what was taken for granted, a sentence each
   */
  public record Report(
      Note verdict, List<String> summary, List<Rail> rails, Chart figures, List<Part> parts, String differing,
      Grid different, @Nullable String more, List<String> assumed) {

    public Report {
      summary = List.copyOf(summary);
      rails = List.copyOf(rails);
      parts = List.copyOf(parts);
      assumed = List.copyOf(assumed);
    }
  }

  /** Something that must hold. */
  public record Rail(boolean holds, String sentence) {}

  /** The orders by location or by channel: their parcels as a chart, all figures as a table. */
  public record Part(Chart parcels, Grid figures) {}

  /** Figures side by side. */
  public record Chart(String heading, List<Line> lines) {

    public Chart {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A figure three times.
   *
   * @param change of the draft against the policy in force, with its sign; empty for none
   * @param worse whether that change is for the worse
   */
  public record Line(
      String words, String draft, String active, String really, String change, boolean worse, Bars bars) {}

  /** How long the three bars are, of a hundred. */
  public record Bars(double draft, double active, double really) {}

  /**
   * All backtests, and the form for another.
   *
   * @param more where earlier ones are; null at the end
   */
  public record All(
      List<Tab> tabs, Choice version, Choice days, String key, boolean mayAct, Listed listed, @Nullable String more) {

    public All {
      tabs = List.copyOf(tabs);
    }
  }

  /**
   * The list alone.
   *
   * @param live where it asks for itself while one of them is going on; null when none is
   * @param none what stands there when there are none; null when there are some
   */
  public record Listed(@Nullable String live, Grid grid, @Nullable Block none) {}
}
