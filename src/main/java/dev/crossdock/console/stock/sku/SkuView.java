package dev.crossdock.console.stock.sku;

import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one SKU.
 *
 * @param notes what else is to be known: its parts, that it is sold no more
 * @param figures on hand, reserved and available over all locations
 * @param moreHolders what is not listed; empty when everything is
 */
public record SkuView(
    String sku, String title, List<String> notes, List<Figure> figures, List<Level> levels, List<Holder> holders,
    List<Movement> movements, List<String> listings, String moreHolders, String moreMovements) {

  /** One number over all locations, as printed. */
  record Figure(String words, String value) {}

  /** Units at one location. */
  record Level(
      String location, String kind, String onHand, String reserved, String unavailable, String available,
      boolean lacking, boolean inactive) {}

  /** Units that one line of a document holds. */
  record Holder(Reference document, int line, String location, String units, When since) {}

  /**
   * One row of the ledger.
   *
   * @param onHand the difference with its sign; empty for none
   */
  record Movement(
      When at, String location, String what, String onHand, String reserved, String unavailable, String by,
      @Nullable Reference document) {}

  /**
   * What a row belongs to.
   *
   * @param href null where there is no page of it
   * @param who the buyer or the channel's number, so that the row can be told from others; empty for nothing
   */
  record Reference(String words, @Nullable String href, String who) {}
}
