package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * The sums of an incoming order, set against the total its channel states. A channel rounds each line's and each
 * charge's tax by itself and then the whole, so it may honestly be off by a minor unit for each of them; more means
 * that something was misread or left out.
 *
 * @param goods all lines before discounts
 * @param discounts on lines and on the order as a whole, positive
 * @param charges shipping, duties, fees and tips, after their own discounts
 * @param taxes added on top; zero where prices include them
 * @param stated what the channel says the buyer owes in all
 * @param tolerance the largest difference that rounding explains
 */
public record IncomingTotals(
    Money goods, Money discounts, Money charges, Money taxes, Money stated, Money tolerance) {

  /** The sums, or empty while the channel holds back the total or a line's price. */
  public static Optional<IncomingTotals> of(IncomingOrder order) {
    Money stated = order.total();
    if (stated == null || order.lines().stream().anyMatch(line -> line.subtotal() == null)) {
      return Optional.empty();
    }
    Currency currency = order.currency();
    Money goods = Money.zero(currency);
    Money discounts = Money.zero(currency);
    Money charges = Money.zero(currency);
    Money taxes = Money.zero(currency);
    for (IncomingLine line : order.lines()) {
      goods = goods.plus(Objects.requireNonNull(line.subtotal()));
      discounts = line.discount() == null ? discounts : discounts.plus(line.discount());
      taxes = taxes.plus(sum(line.taxes(), currency));
    }
    for (IncomingOrder.Discount discount : order.discounts()) {
      discounts = discounts.plus(discount.amount());
    }
    for (IncomingCharge charge : order.charges()) {
      charges = charges.plus(charge.amount()).minus(charge.discount());
      taxes = taxes.plus(sum(charge.taxes(), currency));
    }
    Money onTop = order.pricesIncludeTax() ? Money.zero(currency) : taxes;
    Money tolerance = new Money(order.lines().size() + order.charges().size(), currency);
    return Optional.of(new IncomingTotals(goods, discounts, charges, onTop, stated, tolerance));
  }

  /** What the parts add up to. */
  public Money expected() {
    return goods.minus(discounts).plus(charges).plus(taxes);
  }

  /** The parts less the stated total: positive when the parts are worth more than the buyer is asked for. */
  public Money difference() {
    return expected().minus(stated);
  }

  /** Whether the parts make the stated total, rounding aside. */
  public boolean addUp() {
    return Math.abs(difference().minor()) <= tolerance.minor();
  }

  private static Money sum(Iterable<IncomingTax> taxes, Currency currency) {
    Money sum = Money.zero(currency);
    for (IncomingTax tax : taxes) {
      sum = sum.plus(tax.amount());
    }
    return sum;
  }
}
