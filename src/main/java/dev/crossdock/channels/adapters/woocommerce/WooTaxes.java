package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Allocation;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Taxes. Each line states its tax as a rounded whole and, by rate, in more decimals than the currency has; the whole is
 * what the total is made of, so the rates share it.
 */
record WooTaxes(Map<String, Rate> rates, Currency currency) {

  private static final int TITLE_CHARS_MAX = 200;
  private static final int DECIMALS = 4;

  /** A rate by name; null where the shop does not tell how much it is. */
  record Rate(String title, @Nullable BigDecimal fraction) {}

  static WooTaxes of(JsonCursor order, Currency currency) {
    Map<String, Rate> rates = new HashMap<>();
    for (JsonCursor line : order.at("tax_lines").itemsAlsoKeyed()) {
      String id = line.at("rate_id").idOrNull();
      String title = line.at("label").noteOrNull(TITLE_CHARS_MAX);
      BigDecimal percent = line.at("rate_percent").rateOrNull();
      if (id != null) {
        rates.put(id, new Rate(title == null ? "tax" : title, percent == null ? null : percent.movePointLeft(2)));
      }
    }
    return new WooTaxes(rates, currency);
  }

  /** The taxes of a line, a shipping line or a fee; negative on a fee that is a discount. */
  List<IncomingTax> of(JsonCursor taxed) {
    Money whole = taxed.at("total_tax").moneyOrZero(currency);
    if (whole.isZero()) {
      return List.of();
    }
    List<JsonCursor> parts = taxed.at("taxes").itemsAlsoKeyed();
    if (parts.isEmpty()) {
      return List.of(new IncomingTax("tax", null, whole, false));
    }
    long[] weights = new long[parts.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(parts.get(i).at("total"));
    }
    long[] shares = Allocation.byWeight(whole.minor(), weights);
    List<IncomingTax> taxes = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      if (shares[i] != 0) {
        Rate rate = rate(parts.get(i));
        taxes.add(new IncomingTax(rate.title(), rate.fraction(), new Money(shares[i], currency), false));
      }
    }
    return taxes;
  }

  private Rate rate(JsonCursor part) {
    String id = part.at("id").idOrNull();
    Rate known = id == null ? null : rates.get(id);
    return known == null ? new Rate("tax", null) : known;
  }

  private static long weight(JsonCursor amount) {
    BigDecimal exact = amount.decimalOrNull();
    return exact == null
        ? 0
        : exact.abs().movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
