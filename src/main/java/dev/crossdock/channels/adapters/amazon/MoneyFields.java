package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** How a version of the API names the parts of an amount. All amounts of an order are in one currency. */
enum MoneyFields {
  V0("CurrencyCode", "Amount"),
  V2026("currencyCode", "amount");

  private final String code;
  private final String amount;

  MoneyFields(String code, String amount) {
    this.code = code;
    this.amount = amount;
  }

  /** The currency of the first of these amounts that is there. */
  Optional<Currency> currency(List<JsonCursor> amounts) {
    return amounts.stream().filter(each -> each.at(code).present()).findFirst().map(each -> each.at(code).currency());
  }

  /** The amount, which must not be negative; zero when there is none. */
  Money orZero(JsonCursor place, Currency currency) {
    return signed(place, currency, false);
  }

  /** The amount without its sign: a discount is sent as a positive amount, or as a negative one. */
  Money size(JsonCursor place, Currency currency) {
    Money amount = signed(place, currency, true);
    return amount.minor() < 0 ? amount.negated() : amount;
  }

  private Money signed(JsonCursor place, Currency currency, boolean negativeToo) {
    if (!place.present()) {
      return Money.zero(currency);
    }
    JsonCursor number = place.object().at(amount);
    Money money = negativeToo ? number.money(currency) : number.positive(currency);
    JsonCursor own = place.at(code);
    if (own.present() && !own.currency().equals(currency)) {
      throw own.refused(Rule.UNKNOWN_CURRENCY, "The amount here is in another currency than the order.");
    }
    return money;
  }
}
