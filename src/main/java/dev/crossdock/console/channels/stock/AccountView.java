package dev.crossdock.console.channels.stock;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import dev.crossdock.console.kit.Field;
import dev.crossdock.console.kit.Tab;
import dev.crossdock.console.kit.When;
import dev.crossdock.console.warehouse.Mistakes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one account.
 *
 * @param facts how it is doing
 * @param trouble why its channel was not reached; empty when it was
 * @param heal how many listings could be told again together; 0 for none
 * @param key of the forms
 * @param saved whether it has a rule, without which nothing is told
 * @param nothing what stands in the place of listings; null when there are some
 * @param next the page behind; null for none
 */
public record AccountView(
    String channel,
    String account,
    String title,
    Badge state,
    List<Fact> facts,
    String trouble,
    long heal,
    String key,
    Rule rule,
    List<Mistakes.Line> mistakes,
    boolean saved,
    List<Tab> tabs,
    List<Listing> listings,
    @Nullable Block nothing,
    @Nullable String next) {

  /** A figure with its word. */
  record Fact(String word, String figure) {}

  /** The form of the account's rule. */
  record Rule(
      Field share, Field buffer, Field showMin, Field showMax, Choice frozen, Choice follows, Field oneIn,
      Field expected) {}

  /**
   * A listing.
   *
   * @param second what else is to be known of its number; empty for nothing
   * @param told the number the channel took last; empty before the first
   * @param shown the number it was last seen to show, and when
   * @param driftSince since when it shows another than it took; null while it shows the right one
   * @param words why it was refused or stopped; empty for neither
   */
  record Listing(
      String id, String channelSku, String sku, String href, String location, String owed, String second, Badge state,
      String told, String shown, @Nullable When shownAt, @Nullable When driftSince, String words) {}
}
