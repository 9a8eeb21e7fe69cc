package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order as its channel told it, in our words but before anything of ours is looked up: the channel's SKUs, the
 * channel's sums. All amounts are in the shop's currency; {@code buyerTotal} is in the currency the buyer saw.
 *
 * @param externalId the channel's key of the order, as text whatever the channel's type
 * @param externalNumber the number people use for it, often the same
 * @param version when the channel last changed it; an older version never overwrites a newer one
 * @param groupId joins orders of one cart, where the channel splits carts
 * @param pending the channel has not released it: amounts, address or payment may still be missing
 * @param cancelled the whole order was cancelled at the channel
 * @param pickupAt the channel's name for the place the buyer collects at; null where there is none or it tells none
 * @param shipTo null for pickup, point of sale, digital and pending orders
 * @param discounts order-level discounts not yet on lines, as positive amounts; spread over the lines at intake
 * @param giftCards paid by gift card, positive amounts; a means of payment, not a discount
 * @param total what the channel says the buyer owes in all; null while pending
 * @param paid what was captured so far; null where the channel does not say
 * @param tags the channel's own labels and programmes: {@code prime}, {@code business}
 */
public record IncomingOrder(
    String externalId,
    String externalNumber,
    Instant version,
    Instant placedAt,
    @Nullable String groupId,
    boolean test,
    boolean pending,
    boolean cancelled,
    @Nullable String cancelReason,
    Currency currency,
    Payment payment,
    Delivery delivery,
    @Nullable String pickupAt,
    IncomingParty buyer,
    @Nullable IncomingAddress shipTo,
    @Nullable IncomingAddress billTo,
    List<IncomingLine> lines,
    List<IncomingCharge> charges,
    List<Discount> discounts,
    List<Money> giftCards,
    @Nullable Money total,
    @Nullable Money paid,
    @Nullable Money refunded,
    @Nullable Money buyerTotal,
    boolean pricesIncludeTax,
    @Nullable Instant shipBy,
    @Nullable Instant deliverBy,
    @Nullable String note,
    Set<String> tags) {

  public IncomingOrder {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
    discounts = List.copyOf(discounts);
    giftCards = List.copyOf(giftCards);
    tags = Set.copyOf(tags);
  }

  /** How far the buyer's payment has come, in the words of our payment axis. */
  public enum Payment {
    NONE,
    PENDING,
    AUTHORISED,
    PARTIALLY_PAID,
    PAID,
    FAILED,
    EXPIRED,
    PARTIALLY_REFUNDED,
    REFUNDED,
    ON_TERMS
  }

  /** How the goods get to the buyer. */
  public enum Delivery {
    SHIP,
    PICKUP,
    /** Taken along at the till. */
    CARRY_OUT,
    /** Nothing physical. */
    NONE
  }

  /** An order-level discount with the code or reason the channel gave. */
  public record Discount(String code, Money amount) {}
}
