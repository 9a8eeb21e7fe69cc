package dev.crossdock.console.routing.live;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.kit.Watch;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.tryout.Outlay;
import dev.crossdock.routing.tryout.ShadowOrder;
import dev.crossdock.routing.tryout.ShadowReport;
import dev.crossdock.routing.tryout.ShadowTally;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes tables of what a version in the shadow would have done. */
final class ShadowMaker {

  private static final List<Column> FIGURES =
      List.of(
          Column.text("Of all its orders"), Column.number("What was decided"),
          Column.number("What it would have done"));
  private static final List<Column> ORDERS =
      List.of(
          Column.text("Order"), Column.text("What was decided"), Column.text("What it would have done"),
          Column.number("Cost then"), Column.number("Cost instead"), Column.text("When"));

  private final Watch watch;

  ShadowMaker(Watch watch) {
    this.watch = watch;
  }

  /** All days together, by currency. */
  static Map<String, ShadowTally> totals(List<ShadowReport.Day> days) {
    Map<String, ShadowTally> all = new TreeMap<>();
    days.forEach(day -> all.merge(day.currency(), day.tally(), ShadowTally::plus));
    return all;
  }

  /** In one sentence. */
  static String summary(Map<String, ShadowTally> totals) {
    ShadowTally all = totals.values().stream().reduce(ShadowTally.NONE, ShadowTally::plus);
    String sentence =
        Units.grouped(all.orders()) + (all.orders() == 1 ? " decision, " : " decisions, ") + Units.grouped(all.differ())
            + " of them different";
    if (all.failed() + all.cutOff() > 0) {
      sentence += "; it broke on " + all.failed() + " and took too long on " + all.cutOff();
    }
    return all.orders() == 0
        ? sentence
        : sentence + "; asking it took " + all.tookUs() / all.orders() + " microseconds an order";
  }

  Grid figures(String currency, ShadowTally tally) {
    return new Grid(
        "Figures in " + currency, FIGURES,
        List.of(
            row(currency, "Orders without a place", tally.decided().unplaced(), tally.would().unplaced()),
            row(currency, "Parcels", tally.decided().parcels(), tally.would().parcels()),
            row(currency, "Orders that are late", tally.decided().late(), tally.would().late()),
            Grid.Row.of(
                currency + "-cost", Cell.of("Postage and work").withSecond(known(tally.priced())),
                Cell.of(tally.priced() == 0 ? "" : money(tally.decided().cost(), currency)),
                Cell.of(tally.priced() == 0 ? "" : money(tally.would().cost(), currency))),
            Grid.Row.of(
                currency + "-days", Cell.of("Days until an order is there").withSecond(known(tally.dated())),
                Cell.of(average(tally.decided().days(), tally.dated())),
                Cell.of(average(tally.would().days(), tally.dated())))));
  }

  private static Grid.Row row(String currency, String words, long decided, long would) {
    String id = currency + "-" + words.toLowerCase(Locale.ROOT).replace(' ', '-');
    return Grid.Row.of(id, Cell.of(words), Cell.of(decided), Cell.of(would));
  }

  private static String known(long orders) {
    return "known of " + Units.grouped(orders) + (orders == 1 ? " order" : " orders");
  }

  private static String average(double sum, long orders) {
    return orders == 0 ? "" : String.format(Locale.ROOT, "%.1f", sum / orders);
  }

  Grid orders(List<ShadowOrder> orders) {
    return new Grid("Orders on which it differs", ORDERS, orders.stream().map(this::order).toList());
  }

  private Grid.Row order(ShadowOrder order) {
    String would = order.trouble() != null ? order.trouble() : String.valueOf(order.would());
    return Grid.Row.of(
        "o-" + order.decision(),
        Cell.link(order.number(), "/console/orders/" + order.order()),
        Cell.of(order.decided()).withSecond("by " + order.decidedBy()),
        Cell.of(would).withSecond(String.join("; ", order.moves())),
        Cell.of(cost(order.decidedOutlay(), order.currency())),
        Cell.of(cost(order.outlay(), order.currency())),
        Cell.when(watch.when(order.at())));
  }

  private static String cost(@Nullable Outlay outlay, String currency) {
    return outlay == null || outlay.cost() == null ? "" : money(outlay.cost(), currency);
  }

  private static String money(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency)).toString();
  }
}
