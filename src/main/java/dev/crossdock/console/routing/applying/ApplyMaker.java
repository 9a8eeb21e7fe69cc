package dev.crossdock.console.routing.applying;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.kit.Units;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.tryout.Application;
import dev.crossdock.routing.tryout.Application.Cost;
import dev.crossdock.routing.tryout.Application.Item;
import dev.crossdock.routing.tryout.Application.Outcome;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes tables of what a version does with orders not yet released. */
final class ApplyMaker {

  private static final List<Column> COUNTS = List.of(Column.text("Of the orders"), Column.number("Orders"));
  private static final List<Column> COSTS =
      List.of(
          Column.text("Postage and work"), Column.number("As they are"), Column.number("With the version"),
          Column.number("Difference"));
  private static final List<Column> ORDERS =
      List.of(
          Column.text("Order"), Column.text("What becomes of it"), Column.text("Units"),
          Column.number("Cost as it is"), Column.number("Cost with the version"), Column.number("Difference"));

  private ApplyMaker() {}

  static Badge badge(Application.State state) {
    return switch (state) {
      case WAITING -> Badge.of(Role.NEUTRAL, Icon.PIP_EMPTY, "Waiting");
      case RUNNING -> Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Running");
      case DONE -> Badge.of(Role.SUCCESS, Icon.CHECK, "Done");
      case STOPPED -> Badge.of(Role.CRITICAL, Icon.EXCEPTIONS, "Stopped");
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Cancelled");
    };
  }

  static String heading(Application application) {
    return (application.preview() ? "Preview of v" : "v") + application.version() + " on orders not yet released";
  }

  static Grid counts(Application application) {
    return new Grid(
        "What it does", COUNTS,
        List.of(
            row("changed", application.preview() ? "Would go another way" : "Go another way", application.changed()),
            row("same", "Stay as they are", application.same()),
            row("skipped", "Passed by", application.skipped())));
  }

  private static Grid.Row row(String id, String words, int orders) {
    return Grid.Row.of("apply-" + id, Cell.of(words), Cell.of(orders));
  }

  static @Nullable Grid costs(List<Cost> costs) {
    return costs.isEmpty()
        ? null
        : new Grid("What the changed orders cost", COSTS, costs.stream().map(ApplyMaker::cost).toList());
  }

  private static Grid.Row cost(Cost cost) {
    String orders = Units.grouped(cost.orders()) + (cost.orders() == 1 ? " order" : " orders");
    return Grid.Row.of(
        "apply-cost-" + cost.currency(), Cell.of("Known of " + orders), Cell.of(money(cost.before(), cost.currency())),
        Cell.of(money(cost.after(), cost.currency())),
        Cell.of(difference(cost.before(), cost.after(), cost.currency())));
  }

  static Grid orders(List<Item> items) {
    return new Grid("Orders that change or are passed by", ORDERS, items.stream().map(ApplyMaker::order).toList());
  }

  private static Grid.Row order(Item item) {
    Long before = item.costBefore();
    Long after = item.costAfter();
    return Grid.Row.of(
        "o-" + item.order(),
        Cell.link(item.number(), "/console/orders/" + item.order()),
        Cell.badge(badge(item.outcome())),
        Cell.of(item.words()),
        Cell.of(before == null ? "" : money(before, item.currency())),
        Cell.of(after == null ? "" : money(after, item.currency())),
        Cell.of(before == null || after == null ? "" : difference(before, after, item.currency())));
  }

  private static Badge badge(Outcome outcome) {
    return switch (outcome) {
      case CHANGED -> Badge.of(Role.PROGRESS, Icon.BRANCH, "Another way");
      case SAME -> Badge.of(Role.NEUTRAL, Icon.CHECK, "The same");
      case PINNED -> Badge.of(Role.NEUTRAL, Icon.PIN, "Pinned");
      case HELD -> Badge.of(Role.HOLD, Icon.HOLD, "Held");
      case RELEASED -> Badge.of(Role.NEUTRAL, Icon.TRUCK, "Released");
      case ENDED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Ended");
    };
  }

  /** What stands in the place of orders that change. */
  static Block none(Application application) {
    if (application.state().going()) {
      return new Block(Block.Kind.NONE_YET, "No order yet", "They appear here as they are looked at.", null);
    }
    return new Block(
        Block.Kind.CLEAR, "No order changes",
        application.total() == 0 ? "No order waits for its release." : "All that were looked at stay as they are.",
        null);
  }

  private static String difference(long before, long after, String currency) {
    String sign = after > before ? "+" : after < before ? "\u2212" : "";
    return sign + money(Math.abs(after - before), currency);
  }

  private static String money(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency)).toString();
  }
}
