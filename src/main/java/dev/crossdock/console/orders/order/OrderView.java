package dev.crossdock.console.orders.order;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.Moment;
import dev.crossdock.console.kit.Note;
import dev.crossdock.console.kit.QuantityBar;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.orders.decision.DecisionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one order.
 *
 * @param live where the page asks for itself as it is now; null while it shows the past
 * @param notes what must be seen first
 * @param steer null where nobody may steer it, for instance in the past
 * @param priority null where nobody may change it
 */
public record OrderView(
    Head head,
    @Nullable String live,
    List<Note> notes,
    List<HoldCard> holds,
    Units units,
    List<Work> work,
    DecisionView decision,
    @Nullable Steer steer,
    @Nullable Priority priority,
    List<Case> cases,
    Rail rail,
    List<Moment.Day> days,
    Past past) {

  /**
   * The sticky head.
   *
   * @param action the next thing to do; null where nothing waits for a person
   */
  record Head(
      String number, String external, boolean test, Badge badge, @Nullable Deadline due, @Nullable Amount total,
      Badge payment, Block.@Nullable Action action) {}

  /**
   * Moving through the order's history.
   *
   * @param words where we are: {@code event 3 of 12}
   * @param banner told above all while the past is shown; null for now
   * @param earlier the page one event before; null at the first
   * @param later the page one event later; null at the last
   */
  record Past(String words, @Nullable String banner, @Nullable String earlier, @Nullable String later, String now) {}

  /**
   * What stops the order.
   *
   * @param effect what it stops and whether stock is kept
   * @param release how it is released; null where it can't be, for instance in the past
   */
  record HoldCard(
      String id, String heading, String sentence, String effect, List<String> evidence, String opened, When since,
      @Nullable Release release) {}

  /** The form that releases a hold. */
  record Release(String action, String key) {}

  /** Where the units are: of the whole order and line by line. */
  record Units(QuantityBar bar, String currency, List<Line> lines) {}

  /**
   * A line.
   *
   * @param listed how the channel names it; empty where it is called the same
   * @param note who ships it if not we, or what it is if not goods
   * @param price what one unit costs; null while the channel has not told it
   */
  record Line(
      int number, String sku, String listed, String title, String note, int ordered, @Nullable Amount price,
      QuantityBar bar, String where, @Nullable Amount discount, @Nullable Amount subtotal) {}

  /**
   * What a person may say about where the order goes.
   *
   * @param places that ship orders
   * @param chosen those that have units of it and have not shipped them
   */
  record Steer(String path, String key, List<Choice.Option> places, List<Choice.Option> chosen) {}

  /** Who comes first when units are scarce: the higher, the sooner. */
  record Priority(String action, String key, int now) {}

  /** A fulfilment order. */
  record Work(
      String number, String location, String type, Badge badge, List<String> items, @Nullable Deadline due,
      When created) {}

  /** An exception. */
  record Case(Badge badge, String sentence, String remedy, When since, @Nullable String closed, String href) {}

  /** The facts at the side. */
  record Rail(
      List<String> customer, List<String> contact, List<Address> addresses, List<String> note, List<Money> money,
      List<String> moneyNotes, List<Fact> channel) {}

  /** An address, line by line. */
  record Address(String heading, List<String> lines) {}

  /**
   * A line of the money table.
   *
   * @param strong whether it is a sum of what stands above
   */
  record Money(String words, Amount amount, boolean strong) {}

  /** Something the channel told; the link is null where it leads nowhere. */
  record Fact(String words, String value, @Nullable String href) {}
}
