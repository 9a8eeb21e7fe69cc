package dev.crossdock.console.orders.list;

import dev.crossdock.console.kit.Amount;
import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Deadline;
import dev.crossdock.console.kit.QuantityBar;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of orders.
 *
 * @param count how many the filter finds, as printed; empty where nothing could be counted
 * @param next the page behind; null for none
 * @param first the first page; null when this is it
 */
public record OrdersView(
    String count, List<Tab> tabs, Filter filter, Table table, @Nullable String next, @Nullable String first) {

  /**
   * The filter strip.
   *
   * @param text as it stands in the field
   * @param clear where the page without a filter is
   */
  record Filter(String text, List<Chip> chips, List<Wrong> mistakes, String clear) {}

  /**
   * A token that means nothing.
   *
   * @param instead what was probably meant; null when nothing is near
   * @param href the page with it put right
   */
  record Wrong(String token, String sentence, @Nullable String instead, String href) {}

  /** One term of the filter and the page without it. */
  record Chip(String text, String without) {}

  /**
   * The rows, or what stands in their place.
   *
   * @param live where the table asks for itself as it is now; null where it has no rows
   * @param fresh orders that came in since, which are shown on demand only; null for none
   */
  record Table(
      String caption,
      List<Line> lines,
      @Nullable Block block,
      List<Sorted> heads,
      @Nullable String live,
      @Nullable Fresh fresh) {}

  /** New orders: how many, as printed, and where the list with them is. */
  record Fresh(String words, String href) {}

  /**
   * A column's head.
   *
   * @param href where the list is sorted by it; null where it can't be
   * @param sorted the value of {@code aria-sort}; null for none
   */
  record Sorted(String words, @Nullable String href, @Nullable String sorted, String css) {}

  /**
   * One order.
   *
   * @param gone whether the filter no longer finds it
   */
  record Line(
      String id,
      String href,
      String number,
      boolean test,
      String channel,
      String externalNumber,
      String customer,
      String country,
      Badge badge,
      QuantityBar bar,
      @Nullable Deadline due,
      When placed,
      @Nullable Amount total,
      boolean gone) {}
}
