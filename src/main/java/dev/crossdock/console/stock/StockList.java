package dev.crossdock.console.stock;

import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of stock.
 *
 * @param text what is looked for; empty for everything
 * @param filter what it is narrowed by
 * @param block what stands there when nothing is found; null otherwise
 * @param next the page behind; null for none
 * @param first the first page; null when this is it
 */
public record StockList(
    String text, Filter filter, List<Item> items, @Nullable Block block, @Nullable String next,
    @Nullable String first) {

  /**
   * What the list is narrowed by, as the address says.
   *
   * @param low at most so many may be promised; empty for any number
   * @param skipped what was not looked at, in a sentence; empty when everything was
   */
  public record Filter(
      Choice location, String low, boolean fenced, boolean drifted, Choice sort, boolean any, String skipped) {}


  /**
   * One SKU and where it lies.
   *
   * @param note what else is to be known: that it is a kit, that it is sold no more; empty for nothing
   */
  public record Item(String id, String sku, String href, String title, String note, List<Level> levels) {}

  /**
   * Units at one location.
   *
   * @param unavailable lies there and may not be promised; empty for none
   * @param lacking whether more is promised than lies there
   */
  public record Level(
      String location, String onHand, String reserved, String unavailable, String available, boolean lacking) {}
}
