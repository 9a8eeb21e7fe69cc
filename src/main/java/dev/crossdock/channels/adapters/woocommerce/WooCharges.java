package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingCharge.Kind;
import dev.crossdock.channels.IncomingOrder.Discount;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Shipping and fees. A negative fee is how many plugins grant a discount, so it becomes one. */
final class WooCharges {

  private static final int NAME_CHARS_MAX = 255;

  private WooCharges() {}

  static List<IncomingCharge> of(JsonCursor order, Currency currency, WooTaxes taxes) {
    List<IncomingCharge> charges = new ArrayList<>();
    for (JsonCursor line : order.at("shipping_lines").itemsAlsoKeyed()) {
      Money amount = line.at("total").positiveOrZero(currency);
      charges.add(charge(Kind.SHIPPING, name(line, "method_title", "shipping"), amount, taxes.of(line)));
    }
    for (JsonCursor line : order.at("fee_lines").itemsAlsoKeyed()) {
      Money amount = line.at("total").moneyOrZero(currency);
      List<IncomingTax> taxed = taxes.of(line);
      if (amount.minor() >= 0) {
        charges.add(charge(Kind.FEE, name(line, "name", "fee"), amount, taxed));
      } else if (!taxed.isEmpty()) {
        charges.add(charge(Kind.FEE, name(line, "name", "fee"), Money.zero(currency), taxed));
      }
    }
    return charges;
  }

  static List<Discount> discounts(JsonCursor order, Currency currency) {
    List<Discount> discounts = new ArrayList<>();
    for (JsonCursor line : order.at("fee_lines").itemsAlsoKeyed()) {
      Money amount = line.at("total").moneyOrZero(currency);
      if (amount.minor() < 0) {
        discounts.add(new Discount(name(line, "name", "discount"), amount.negated()));
      }
    }
    return discounts;
  }

  private static IncomingCharge charge(Kind kind, String name, Money amount, List<IncomingTax> taxes) {
    return new IncomingCharge(kind, name, amount, Money.zero(amount.currency()), taxes);
  }

  private static String name(JsonCursor line, String field, String otherwise) {
    String name = line.at(field).noteOrNull(NAME_CHARS_MAX);
    return name == null ? otherwise : WooText.plain(name);
  }
}
