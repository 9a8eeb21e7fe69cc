package dev.crossdock.console.exceptions;

import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one SKU that were sold without stock, and what would settle each.
 *
 * @param day the form that promises all of them for a day; null where the person may not act
 * @param more how many more there are than are shown; empty for none
 */
public record OversoldView(List<Line> lines, @Nullable Day day, String more) {

  /** One line of an order. */
  public record Line(String name, String href, String sentence, List<Offer> offers) {}

  /**
   * What can be done.
   *
   * @param button null where no command does it, or the person may not act
   */
  public record Offer(String words, @Nullable Button button) {}

  /**
   * A form of one button.
   *
   * @param exception whose line it is about
   * @param choice what was chosen: a day, an order, a SKU, units, locations
   * @param way what else a transfer needs to know; null for anything else
   */
  public record Button(
      String words, String key, String exception, String kind, String choice, @Nullable Way way) {}

  /**
   * Where a transfer goes, and when it arrives.
   *
   * @param to the place that is proposed
   */
  public record Way(List<Choice.Option> places, String to, String day) {}

  /** Promises all lines for a day. */
  public record Day(String key, Field field) {}
}
