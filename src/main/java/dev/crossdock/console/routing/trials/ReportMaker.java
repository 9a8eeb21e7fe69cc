package dev.crossdock.console.routing.trials;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.routing.trials.BacktestView.Rail;
import dev.crossdock.console.routing.trials.BacktestView.Report;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.trials.Backtest;
import dev.crossdock.routing.trials.Backtests;
import dev.crossdock.routing.trials.Difference;
import dev.crossdock.routing.trials.GuardRails;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the report of a backtest. */
final class ReportMaker {

  private static final List<Column> COLUMNS = List.of(
      Column.text("Order"), Column.text("Draft"), Column.text("In force"), Column.text("Really"),
      Column.number("Draft cost"), Column.number("In force cost"), Column.number("Really cost"));

  private final Backtest.Report found;
  private final ChartMaker charts;

  ReportMaker(Backtest.Report found) {
    this.found = found;
    this.charts = new ChartMaker(found);
  }

  /**
   * What the page shows.
   *
   * @param location the name of a location by its code
   * @param more where the orders that differ go on; null at the end
   */
  Report report(Function<String, String> location, List<Backtests.Numbered> different, @Nullable String more) {
    return new Report(
        verdict(), charts.sentences(), rails(), charts.all(), List.of(charts.byLocation(location), charts.byChannel()),
        differing(), new Grid("Orders that went different ways", COLUMNS, different.stream().map(this::row).toList()),
        more, assumed());
  }

  private Note verdict() {
    String tried = found.draftPolicy() + " was tried on " + Units.grouped(found.orders()) + " orders against "
        + found.activePolicy() + ". ";
    return found.held()
        ? Note.of(Role.SUCCESS, Icon.CHECK, tried + "The guard-rails hold.")
        : new Note(
            Role.CRITICAL, Icon.EXCEPTIONS, tried + "It breaks guard-rails.",
            new Block.Action("Change the guard-rails", GuardRailsPage.PATH));
  }

  private String differing() {
    return Units.grouped(found.different()) + " of " + Units.grouped(found.orders())
        + " orders went, or would have gone, different ways.";
  }

  private List<Rail> rails() {
    GuardRails rails = found.rails();
    List<Rail> all = new ArrayList<>();
    found.broken().forEach(sentence -> all.add(new Rail(false, sentence)));
    rail(all, "Cost per order", "rises by at most " + ChartMaker.number(rails.costPercentMost()) + " %.");
    rail(all, "Parcels per order", "rise by at most " + ChartMaker.number(rails.parcelsPercentMost()) + " %.");
    rail(all, "Late orders", "rise by at most " + ChartMaker.number(rails.latePointsMost()) + " points.");
    rail(
        all, "Units without a place", "rise by at most " + ChartMaker.number(rails.unfilledPointsMost()) + " points.");
    return all;
  }

  private void rail(List<Rail> rails, String what, String holds) {
    if (found.broken().stream().noneMatch(sentence -> sentence.startsWith(what))) {
      rails.add(new Rail(true, what + " " + holds));
    }
  }

  private List<String> assumed() {
    List<String> assumed = new ArrayList<>(Backtests.ASSUMED);
    if (found.erased() > 0) {
      assumed.add("Of " + Units.grouped(found.erased()) + " orders the address is forgotten; their country and region"
          + " stood for it.");
    }
    if (found.untried() > 0) {
      assumed.add("More orders waited for stock than are tried again: " + Units.grouped(found.untried())
          + " tries were left out.");
    }
    return assumed;
  }

  private Grid.Row row(Backtests.Numbered numbered) {
    Difference order = numbered.difference();
    return Grid.Row.of(
        "n-" + numbered.n(),
        Cell.link(order.number(), "/console/orders/" + order.order()),
        Cell.of(order.draft()),
        Cell.of(order.policies() ? order.active() : "The same."),
        Cell.of(order.really()),
        Cell.of(money(order.draftCost(), order.currency())),
        Cell.of(money(order.activeCost(), order.currency())),
        Cell.of(money(order.reallyCost(), order.currency())));
  }

  private static String money(@Nullable Long minor, String currency) {
    return minor == null ? "" : new Money(minor, Currency.getInstance(currency)).text() + " " + currency;
  }
}
