package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.routing.trials.BacktestView.Bars;
import dev.crossdock.console.routing.trials.BacktestView.Chart;
import dev.crossdock.console.routing.trials.BacktestView.Line;
import dev.crossdock.console.routing.trials.BacktestView.Part;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Figures;
import dev.crossdock.routing.trials.Side;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Puts the draft, the policy in force and what really happened side by side: as bars, as numbers and in words. */
final class ChartMaker {

  private static final Figures NOTHING = new Figures(0, 0, 0, Map.of(), 0, 0, 0, 0, 0, 0);
  private static final double HUNDRED = 100;
  private static final double LEAST = 0.005;
  private static final List<Column> COLUMNS = List.of(
      Column.text("Figure"), Column.number("Draft"), Column.number("In force"), Column.number("Change"),
      Column.number("Really"));

  private final Three all;
  private final Backtest.Report report;

  ChartMaker(Backtest.Report report) {
    this.report = report;
    this.all = new Three(report.draft().all(), report.active().all(), report.really().all());
  }

  /** Three ways in figures of the same part of the orders. */
  private record Three(Figures draft, Figures active, Figures really) {

    Set<String> currencies() {
      Set<String> currencies = new TreeSet<>(draft.cost().keySet());
      currencies.addAll(active.cost().keySet());
      currencies.addAll(really.cost().keySet());
      return currencies;
    }
  }

  /** Something that is measured; more of it is worse. */
  private record Measure(String words, String unit, ToDoubleFunction<Figures> figure) {

    Line line(Three three) {
      double draft = figure.applyAsDouble(three.draft());
      double active = figure.applyAsDouble(three.active());
      double really = figure.applyAsDouble(three.really());
      double change = draft - active;
      double most = Math.max(Math.max(draft, active), Math.max(really, LEAST));
      return new Line(
          words, number(draft) + unit, number(active) + unit, number(really) + unit, signed(change), change >= LEAST,
          new Bars(HUNDRED * draft / most, HUNDRED * active / most, HUNDRED * really / most));
    }

    String sentence(Three three) {
      double draft = figure.applyAsDouble(three.draft());
      double active = figure.applyAsDouble(three.active());
      double change = draft - active;
      if (Math.abs(change) < LEAST) {
        return words + " would stay at " + number(active) + unit + ".";
      }
      return words + (change > 0 ? " would rise from " : " would fall from ") + number(active) + unit + " to "
          + number(draft) + unit + ".";
    }
  }

  Chart all() {
    return new Chart("All orders", measures(all).stream().map(measure -> measure.line(all)).toList());
  }

  List<String> sentences() {
    return measures(all).stream().map(measure -> measure.sentence(all)).toList();
  }

  Part byLocation(Function<String, String> name) {
    return part("Parcels by location", Side::byLocation, name);
  }

  Part byChannel() {
    return part("Parcels by channel", Side::byChannel, code -> code);
  }

  private Part part(String heading, Function<Side, Map<String, Figures>> part, Function<String, String> name) {
    Set<String> codes = new TreeSet<>(part.apply(report.draft()).keySet());
    codes.addAll(part.apply(report.active()).keySet());
    codes.addAll(part.apply(report.really()).keySet());
    List<Line> lines = new ArrayList<>();
    List<Grid.Row> rows = new ArrayList<>();
    long most = 1;
    for (String code : codes) {
      Three three = three(part, code);
      most = Math.max(most, Math.max(three.draft().parcels(), Math.max(
          three.active().parcels(), three.really().parcels())));
    }
    for (String code : codes) {
      Three three = three(part, code);
      lines.add(parcels(name.apply(code), three, most));
      for (Measure measure : measures(three)) {
        Line line = measure.line(three);
        rows.add(Grid.Row.of(
            (heading + "-" + code + "-" + rows.size()).replace(' ', '-'),
            Cell.of(name.apply(code)).withSecond(line.words()), Cell.of(line.draft()), Cell.of(line.active()),
            Cell.of(line.change()), Cell.of(line.really())));
      }
    }
    return new Part(
        new Chart(heading, lines), new Grid("All figures: " + heading.substring("Parcels ".length()), COLUMNS, rows));
  }

  private Three three(Function<Side, Map<String, Figures>> part, String code) {
    return new Three(
        part.apply(report.draft()).getOrDefault(code, NOTHING),
        part.apply(report.active()).getOrDefault(code, NOTHING),
        part.apply(report.really()).getOrDefault(code, NOTHING));
  }

  private static Line parcels(String words, Three three, long most) {
    long draft = three.draft().parcels();
    long active = three.active().parcels();
    long really = three.really().parcels();
    return new Line(
        words, Units.grouped(draft), Units.grouped(active), Units.grouped(really), Units.signed(draft - active), false,
        new Bars(HUNDRED * draft / most, HUNDRED * active / most, HUNDRED * really / most));
  }

  private static List<Measure> measures(Three three) {
    List<Measure> measures = new ArrayList<>();
    for (String currency : three.currencies()) {
      double minor = Math.pow(10, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
      measures.add(
          new Measure("Cost per order in " + currency, "", figures -> figures.costPerOrder(currency) / minor));
    }
    measures.add(new Measure("Parcels per order", "", Figures::parcelsPerOrder));
    measures.add(new Measure("Days per order", "", Figures::daysPerOrder));
    measures.add(new Measure("Late orders", " %", Figures::latePercent));
    measures.add(new Measure("Units without a place", " %", Figures::unfilledPercent));
    return measures;
  }

  private static String signed(double change) {
    return Math.abs(change) < LEAST ? "" : (change > 0 ? "+" : "\u2212") + number(Math.abs(change));
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%,.2f", value);
  }
}
