package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one item costs, for all its units together, before it is decided how the amounts belong together.
 *
 * @param promotion the discount stated for the item; whether it holds those of the extras is for {@link Reading} to say
 * @param channelRemits whether Amazon collects and pays the item's taxes
 */
record ItemAmounts(
    Money goods, Money tax, Money promotion, Money promotionTax, Map<Extra, Part> extras, boolean channelRemits) {

  ItemAmounts {
    extras = new EnumMap<>(extras);
  }

  /** One extra of the item. */
  record Part(Money amount, Money tax, Money discount, Money discountTax) {

    static Part none(Currency currency) {
      Money zero = Money.zero(currency);
      return new Part(zero, zero, zero, zero);
    }
  }

  Money extrasDiscount() {
    Money sum = Money.zero(goods.currency());
    for (Part part : extras.values()) {
      sum = sum.plus(part.discount());
    }
    return sum;
  }

  Money extrasDiscountTax() {
    Money sum = Money.zero(goods.currency());
    for (Part part : extras.values()) {
      sum = sum.plus(part.discountTax());
    }
    return sum;
  }
}
