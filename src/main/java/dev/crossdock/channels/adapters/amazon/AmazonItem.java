package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.IncomingLine.Kind;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of an order of either shape.
 *
 * @param unitPrice as stated; null where Amazon states only the extended amount
 */
record AmazonItem(
    String id, @Nullable String sku, String title, Units units, @Nullable Money unitPrice, ItemAmounts amounts) {

  /** An item of which nothing is left: Amazon then says zero and no longer how many there were. */
  static final Units NOTHING_LEFT = new Units(1, 1, 0);

  private static final int SKU_CHARS_MAX = 255;
  private static final int TITLE_CHARS_MAX = 500;

  /** Counts of an item, as {@link IncomingLine} has them. */
  record Units(int ordered, int cancelled, int shipped) {}

  /** The seller's own SKU, or Amazon's number of the product where there is none. */
  static @Nullable String sku(JsonCursor sellerSku, JsonCursor asin) {
    String own = sellerSku.textOrNull(SKU_CHARS_MAX);
    String product = asin.textOrNull(SKU_CHARS_MAX);
    return own != null || product == null ? own : "asin:" + product;
  }

  static String title(JsonCursor title) {
    String text = title.noteOrNull(TITLE_CHARS_MAX);
    return text == null ? "" : text;
  }

  static int shipped(JsonCursor count, int ordered) {
    int shipped = count.present() ? count.units(0) : 0;
    if (shipped > ordered) {
      throw count.refused(Rule.OUT_OF_RANGE, "More units are shipped than were ordered.");
    }
    return shipped;
  }

  /** The line while Amazon holds back what it costs. */
  IncomingLine pending(FulfilledBy shipper) {
    return line(shipper, null, null, null, List.of());
  }

  IncomingLine line(FulfilledBy shipper, Reading reading) {
    Money price = unitPrice == null ? perUnit() : unitPrice;
    return line(shipper, price, amounts.goods(), reading.discount(amounts), reading.tax(amounts));
  }

  private IncomingLine line(
      FulfilledBy shipper,
      @Nullable Money price,
      @Nullable Money subtotal,
      @Nullable Money discount,
      List<IncomingTax> taxes) {
    return new IncomingLine(
        id, sku, title, Kind.GOODS, shipper, units.ordered(), units.cancelled(), units.shipped(), price, subtotal,
        discount, taxes, List.of(), null);
  }

  /** For people only: what counts is the extended amount, which need not divide evenly. */
  private Money perUnit() {
    BigDecimal each =
        amounts.goods().decimal().divide(BigDecimal.valueOf(units.ordered()), 4, RoundingMode.HALF_UP);
    return Money.of(each, amounts.goods().currency());
  }
}
