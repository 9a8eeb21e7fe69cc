package dev.crossdock.console.stock.sku;

import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one SKU.
 *
 * @param notes what else is to be known: its parts, that it is sold no more
 * @param figures on hand, reserved and available over all locations
 * @param moreHolders what is not listed; empty when everything is
 * @param older where the ledger goes on; null at its end
 */
public record SkuView(
    String sku, String title, List<String> notes, List<Figure> figures, List<Level> levels, List<Holder> holders,
    List<Movement> movements, List<String> listings, String moreHolders, @Nullable String older, Facts facts,
    Past past) {

  /**
   * What else is to be known; what is null there is nothing of.
   *
   * @param sums what may be promised to whom, spelled out
   */
  record Facts(
      List<SkuPromise.Sum> sums, @Nullable Grid incoming, @Nullable Grid published, @Nullable Grid keptApart,
      @Nullable Grid keptBack) {}

  /**
   * A look back.
   *
   * @param at as it was then
   * @param known as far as it was known then
   * @param levels what lay where; null when nothing was asked
   */
  record Past(String at, String known, String error, @Nullable Grid levels) {}


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
