package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder.Discount;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Discounts. Allocations put every discount, the order's own too, on lines and shipping to the cent; only orders of old
 * API versions and of some apps lack them, and then the rest of {@code total_discounts} belongs to the order.
 */
final class ShopifyDiscounts {

  private static final int CODE_CHARS_MAX = 255;

  private ShopifyDiscounts() {}

  /** The share of one line or shipping line, for all its units. */
  static Money of(JsonCursor line, Currency currency) {
    JsonCursor allocations = line.at("discount_allocations");
    if (!allocations.given()) {
      return line.at("total_discount").positiveOrZero(currency);
    }
    Money sum = Money.zero(currency);
    for (JsonCursor allocation : allocations.items()) {
      sum = sum.plus(allocation.at("amount").positive(currency));
    }
    return sum;
  }

  static List<Discount> onTheOrder(
      JsonCursor order, Currency currency, List<IncomingLine> lines, List<IncomingCharge> charges) {
    Money rest = order.at("total_discounts").positiveOrZero(currency);
    for (IncomingLine line : lines) {
      rest = rest.minus(Objects.requireNonNull(line.discount()));
    }
    for (IncomingCharge charge : charges) {
      rest = rest.minus(charge.discount());
    }
    return rest.minor() <= 0 ? List.of() : List.of(new Discount(codes(order), rest));
  }

  private static String codes(JsonCursor order) {
    String codes =
        order.at("discount_codes").items().stream()
            .map(code -> String.valueOf(code.at("code").noteOrNull(CODE_CHARS_MAX)))
            .limit(5)
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "discount" : codes;
  }
}
