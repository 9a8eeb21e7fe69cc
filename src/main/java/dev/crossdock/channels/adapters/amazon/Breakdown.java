package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;

/**
 * The taxes or the discounts of one item: a subtotal, and what part of it is on which extra. What no detail claims is
 * on the item itself; that way the parts always make the subtotal, whatever sign Amazon gives to a detail.
 */
final class Breakdown {

  private final Currency currency;
  private final Map<Extra, Money> onExtras = new EnumMap<>(Extra.class);
  private Money subtotal;

  Breakdown(Currency currency) {
    this.currency = currency;
    this.subtotal = Money.zero(currency);
  }

  void add(JsonCursor part) {
    subtotal = subtotal.plus(MoneyFields.V2026.size(part.at("subtotal"), currency));
    for (JsonCursor detail : part.at("detailedBreakdowns").items()) {
      String subtype = AmazonTexts.word(detail.at("subtype"));
      if (!subtype.equals("ITEM") && !subtype.equals("DISCOUNT")) {
        onExtras.merge(extra(subtype), MoneyFields.V2026.size(detail.at("value"), currency), Money::plus);
      }
    }
  }

  Money of(Extra extra) {
    return consistent() ? onExtras.getOrDefault(extra, Money.zero(currency)) : Money.zero(currency);
  }

  Money ofTheItem() {
    return consistent() ? subtotal.minus(claimed()) : subtotal;
  }

  /** A kind that is new to us is still charged. */
  static Extra extra(String type) {
    return switch (type) {
      case "SHIPPING" -> Extra.SHIPPING;
      case "GIFT_WRAP" -> Extra.GIFT_WRAP;
      case "COD_FEE" -> Extra.COD_FEE;
      default -> Extra.OTHER;
    };
  }

  private boolean consistent() {
    return claimed().compareTo(subtotal) <= 0;
  }

  private Money claimed() {
    Money claimed = Money.zero(currency);
    for (Money each : onExtras.values()) {
      claimed = claimed.plus(each);
    }
    return claimed;
  }
}
