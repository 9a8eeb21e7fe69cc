package dev.crossdock.console.channels.stock;

import dev.crossdock.channels.publishing.Trial;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Units;
import dev.crossdock.console.orders.ActorWords;
import dev.crossdock.console.warehouse.Forms;
import dev.crossdock.console.warehouse.Mistakes;
import dev.crossdock.console.warehouse.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Makes what the page of trials says. */
@Component
final class TrialMaker {

  private static final int BAR_MAX = 100;

  private final ActorWords words;

  TrialMaker(ActorWords words) {
    this.words = words;
  }

  static TrialView.Fields fields(Sent sent, Mistakes mistakes) {
    return new TrialView.Fields(
        field(sent, "sku", "SKU", "One that is listed at a channel.", mistakes),
        field(sent, "units", "Units at the start", "Empty for what may be promised now.", mistakes),
        field(sent, "perHour", "Units sold an hour", "At all channels; empty for the pace as measured.", mistakes),
        field(sent, "oneIn", "Oversell at most once in", "So many times the channel is told.", mistakes),
        field(sent, "buffer", "Fixed buffer to compare with", "Units.", mistakes));
  }

  private static Field field(Sent sent, String name, String label, String hint, Mistakes mistakes) {
    return Forms.field(Field.text(name, label, sent.text(name)).withHint(hint), mistakes);
  }

  static String assumed(Trial.Assumptions given) {
    return "Sold out again and again in made-up time, each time from " + units(given.units()) + " at "
        + figure(given.perHour()) + " an hour, with half as many buyers again as there are units. The figures are the"
        + " means of all sales.";
  }

  static List<TrialView.Outcome> outcomes(Trial.Comparison found) {
    Trial.Assumptions given = found.assumptions();
    double most =
        List.of(found.none(), found.fixed(), found.following()).stream()
            .mapToDouble(each -> Math.max(each.oversold(), each.unsold()))
            .max()
            .orElse(0);
    return List.of(
        outcome("none", "No buffer", "Everything is shown.", found.none(), most),
        outcome("fixed", "Fixed buffer", units(given.fixedBuffer()) + " kept back.", found.fixed(), most),
        outcome(
            "following", "Following buffer", "Keeps back what is sold while a channel is told.", found.following(),
            most));
  }

  Grid sellers(Trial.Assumptions given) {
    List<Grid.Row> rows = new ArrayList<>();
    for (Trial.Seller seller : given.accounts()) {
      rows.add(
          Grid.Row.of(
              "s-" + rows.size(),
              Cell.link(seller.account(), ShownNav.account(seller.channel(), seller.account()))
                  .withSecond(words.channel(seller.channel())),
              Cell.of(figure(seller.perHour())), Cell.of(seconds(seller.delay()))));
    }
    return new Grid(
        "Accounts that sell it",
        List.of(Column.text("Account"), Column.number("Units an hour"), Column.number("Told within")), rows);
  }

  private static TrialView.Outcome outcome(
      String id, String name, String words, Trial.Outcome outcome, double most) {
    return new TrialView.Outcome(
        id, name, words, bar(outcome.oversold(), most), bar(outcome.unsold(), most));
  }

  /** What is more than nothing is seen, however little it is. */
  private static TrialView.Bar bar(double value, double most) {
    int width = value <= 0 || most <= 0 ? 0 : Math.max(1, (int) Math.round(BAR_MAX * value / most));
    return new TrialView.Bar(figure(value), width);
  }

  private static String units(long count) {
    return Units.grouped(count) + (count == 1 ? " unit" : " units");
  }

  private static String figure(double value) {
    return value >= 100 ? Units.grouped(Math.round(value)) : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String seconds(Duration delay) {
    return String.format(Locale.ROOT, "%.1f s", delay.toMillis() / 1_000.0);
  }
}
