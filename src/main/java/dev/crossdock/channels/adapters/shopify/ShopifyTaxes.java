package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingTax;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Allocation;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/** Taxes, per line and per shipping line; channel-liable ones are collected and paid by Shopify. */
final class ShopifyTaxes {

  private static final int TITLE_CHARS_MAX = 200;

  private ShopifyTaxes() {}

  static List<IncomingTax> of(JsonCursor taxed, Currency currency) {
    List<IncomingTax> taxes = new ArrayList<>();
    for (JsonCursor tax : taxed.at("tax_lines").items()) {
      String title = tax.at("title").noteOrNull(TITLE_CHARS_MAX);
      taxes.add(
          new IncomingTax(
              title == null ? "tax" : title,
              tax.at("rate").rateOrNull(),
              tax.at("price").positive(currency),
              tax.at("channel_liable").flag()));
    }
    return taxes;
  }

  /**
   * The lines with the order's taxes spread over them by what each costs, for orders that state taxes only as a whole:
   * those of some importing apps, and of the till when it sells offline.
   */
  static List<IncomingLine> spread(
      JsonCursor order, Currency currency, List<IncomingLine> lines, List<IncomingCharge> charges) {
    List<IncomingTax> whole = of(order, currency);
    boolean stated =
        lines.stream().anyMatch(line -> !line.taxes().isEmpty())
            || charges.stream().anyMatch(charge -> !charge.taxes().isEmpty());
    if (stated || whole.isEmpty()) {
      return lines;
    }
    List<JsonCursor> source = order.at("line_items").items();
    long[] weights = new long[lines.size()];
    for (int i = 0; i < weights.length; i++) {
      JsonCursor taxable = source.get(i).at("taxable");
      weights[i] = !taxable.given() || taxable.flag() ? Math.max(0, net(lines.get(i))) : 0;
    }
    return spread(whole, weights, lines);
  }

  private static List<IncomingLine> spread(List<IncomingTax> whole, long[] weights, List<IncomingLine> lines) {
    List<List<IncomingTax>> shares = new ArrayList<>();
    lines.forEach(_ -> shares.add(new ArrayList<>()));
    for (IncomingTax tax : whole) {
      long[] parts = Allocation.byWeight(tax.amount().minor(), weights);
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] != 0) {
          Money part = new Money(parts[i], tax.amount().currency());
          shares.get(i).add(new IncomingTax(tax.title(), tax.rate(), part, tax.channelRemits()));
        }
      }
    }
    List<IncomingLine> taxed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      taxed.add(lines.get(i).withTaxes(shares.get(i)));
    }
    return taxed;
  }

  private static long net(IncomingLine line) {
    return Objects.requireNonNull(line.subtotal()).minus(Objects.requireNonNull(line.discount())).minor();
  }
}
