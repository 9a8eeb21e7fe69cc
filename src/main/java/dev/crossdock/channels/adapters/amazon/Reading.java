package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.IncomingTax;
import dev.crossdock.platform.money.Money;
import java.util.List;

/**
 * One way to understand an order's amounts, where Amazon's models leave more than one open.
 *
 * @param taxes how the taxes stand to the prices and to the total
 * @param promotionHoldsExtras whether an item's promotion is the sum that its shipping discount is a part of
 * @param taxIsBeforeDiscount whether the tax on the discount has still to be taken off the tax
 */
record Reading(Taxes taxes, boolean promotionHoldsExtras, boolean taxIsBeforeDiscount) {

  /** How taxes are stated. */
  enum Taxes {
    /** Added to the prices, and in the total. */
    ON_TOP,
    /** Inside the prices. */
    INCLUDED,
    /** Added to the prices; what Amazon collects and pays itself is left out of the total. */
    WITHHELD
  }

  Money discount(ItemAmounts item) {
    return promotionHoldsExtras ? notNegative(item.promotion().minus(item.extrasDiscount())) : item.promotion();
  }

  List<IncomingTax> tax(ItemAmounts item) {
    Money off = promotionHoldsExtras ? item.promotionTax().minus(item.extrasDiscountTax()) : item.promotionTax();
    return tax(item.tax(), notNegative(off), item.channelRemits());
  }

  List<IncomingTax> tax(ItemAmounts.Part part, boolean channelRemits) {
    return tax(part.tax(), part.discountTax(), channelRemits);
  }

  private List<IncomingTax> tax(Money gross, Money off, boolean channelRemits) {
    Money tax = taxIsBeforeDiscount ? notNegative(gross.minus(off)) : gross;
    return tax.isZero() ? List.of() : List.of(new IncomingTax("tax", null, tax, channelRemits));
  }

  private static Money notNegative(Money amount) {
    return amount.minor() < 0 ? Money.zero(amount.currency()) : amount;
  }
}
