package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line as its channel told it. Quantities count from when the order was placed: a unit that was removed later is
 * still in {@code ordered} and also in {@code cancelled}.
 *
 * @param channelSku the SKU as the channel names it; where the seller gave none, the channel's own id of the listing
 *     behind a word ({@code variant:123}), so that it can still be mapped; null where there is neither
 * @param ordered at least 1
 * @param cancelled removed or cancelled at the channel, 0 to ordered
 * @param shipped already shipped or handed over as the channel tells it, 0 to ordered - cancelled
 * @param unitPrice list price of one unit before discounts; null while pending
 * @param subtotal price of all ordered units before discounts (the channel's extended amount where it gives one)
 * @param discount the line's own share of discounts for all ordered units, positive
 * @param unitIds the channel's ids of single units, where it has them; shipping calls name them
 * @param parentExternalId the bundle's line this one belongs to, where the channel explodes bundles itself
 */
public record IncomingLine(
    String externalId,
    @Nullable String channelSku,
    String title,
    Kind kind,
    FulfilledBy fulfilledBy,
    int ordered,
    int cancelled,
    int shipped,
    @Nullable Money unitPrice,
    @Nullable Money subtotal,
    @Nullable Money discount,
    List<IncomingTax> taxes,
    List<String> unitIds,
    @Nullable String parentExternalId) {

  public IncomingLine {
    taxes = List.copyOf(taxes);
    unitIds = List.copyOf(unitIds);
  }

  /** The same line with other taxes, where a channel tells them for the order as a whole only. */
  public IncomingLine withTaxes(List<IncomingTax> others) {
    return new IncomingLine(
        externalId, channelSku, title, kind, fulfilledBy, ordered, cancelled, shipped, unitPrice, subtotal, discount,
        others, unitIds, parentExternalId);
  }

  /** What is sold; only goods are looked up in the catalogue and reserved. */
  public enum Kind {
    GOODS,
    /** Delivered without a parcel; needs no stock. */
    DIGITAL,
    GIFT_CARD,
    TIP,
    FEE
  }

  /** Who ships it: what the channel ships is imported, never reserved. */
  public enum FulfilledBy {
    MERCHANT,
    CHANNEL
  }
}
