package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingCharge.Kind;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** What is paid besides the lines: shipping, duties, fees by law, and a tip that is not a line of its own. */
final class ShopifyCharges {

  private static final int CODE_CHARS_MAX = 255;

  private ShopifyCharges() {}

  static List<IncomingCharge> of(JsonCursor order, Currency currency) {
    List<IncomingCharge> charges = new ArrayList<>();
    for (JsonCursor line : order.at("shipping_lines").items()) {
      if (!line.at("is_removed").flag()) {
        charges.add(shipping(line, currency));
      }
    }
    add(charges, Kind.DUTY, "duties", inShopMoney(order.at("original_total_duties_set"), currency));
    add(charges, Kind.FEE, "fees", inShopMoney(order.at("original_total_additional_fees_set"), currency));
    add(charges, Kind.TIP, "tip", tipBesidesLines(order, currency));
    return charges;
  }

  private static IncomingCharge shipping(JsonCursor line, Currency currency) {
    String title = line.at("title").noteOrNull(CODE_CHARS_MAX);
    String code = line.at("code").noteOrNull(CODE_CHARS_MAX);
    String name = title == null ? code : title;
    Money price = line.at("price").positive(currency);
    return new IncomingCharge(
        Kind.SHIPPING,
        name == null ? "shipping" : name,
        price,
        discount(line, price, currency),
        ShopifyTaxes.of(line, currency));
  }

  /** The discounted price leaves out discounts of the order as a whole, the allocations do not. */
  private static Money discount(JsonCursor line, Money price, Currency currency) {
    if (!line.at("discount_allocations").items().isEmpty()) {
      return ShopifyDiscounts.of(line, currency);
    }
    JsonCursor discounted = line.at("discounted_price");
    Money off = discounted.present() ? price.minus(discounted.positive(currency)) : Money.zero(currency);
    return off.minor() > 0 ? off : Money.zero(currency);
  }

  private static Money tipBesidesLines(JsonCursor order, Currency currency) {
    Money tip = order.at("total_tip_received").positiveOrZero(currency);
    for (JsonCursor line : order.at("line_items").items()) {
      if (line.at("tip_payment_gateway").given()) {
        JsonCursor price = line.at("price");
        tip = tip.minus(price.times(price.positive(currency), line.at("quantity").units(1)));
      }
    }
    return tip;
  }

  private static Money inShopMoney(JsonCursor set, Currency currency) {
    return set.at("shop_money").at("amount").positiveOrZero(currency);
  }

  private static void add(List<IncomingCharge> charges, Kind kind, String code, Money amount) {
    if (amount.minor() > 0) {
      charges.add(new IncomingCharge(kind, code, amount, Money.zero(amount.currency()), List.of()));
    }
  }
}
