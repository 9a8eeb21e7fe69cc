package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.IncomingLine.Kind;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines, in the units of the day the order was placed. */
final class ShopifyLines {

  static final String SHIPPED_ELSEWHERE = "shippedElsewhere";

  /** Amazon's multi-channel fulfilment, which the shop itself sends its lines to. */
  static final String SHIPPED_ELSEWHERE_DEFAULT = "amazon_marketplace_web";

  private static final int SKU_CHARS_MAX = 200;
  private static final int TITLE_CHARS_MAX = 500;

  private ShopifyLines() {}

  static List<IncomingLine> of(JsonCursor order, Currency currency, AccountSettings account) {
    ShopifyUnits units = ShopifyUnits.of(order);
    Set<String> elsewhere = elsewhere(account);
    Set<String> ids = new HashSet<>();
    List<IncomingLine> lines = new ArrayList<>();
    for (JsonCursor line : order.at("line_items").lines()) {
      lines.add(line(line, currency, units, elsewhere));
      if (!ids.add(line.at("id").id())) {
        throw line.at("id").refused(Rule.DUPLICATE_KEY, "Two lines of the order have the same id.");
      }
    }
    if (lines.isEmpty()) {
      throw order.at("line_items").refused(Rule.MISSING, "An order needs at least one line.");
    }
    return lines;
  }

  private static IncomingLine line(
      JsonCursor line, Currency currency, ShopifyUnits units, Set<String> elsewhere) {
    ShopifyUnits.Counts counts = units.counts(line);
    Money price = line.at("price").positive(currency);
    return new IncomingLine(
        line.at("id").id(),
        sku(line),
        title(line),
        kind(line),
        shipper(line, elsewhere),
        counts.ordered(),
        counts.cancelled(),
        counts.shipped(),
        price,
        line.at("price").times(price, counts.ordered()),
        ShopifyDiscounts.of(line, currency),
        ShopifyTaxes.of(line, currency),
        List.of(),
        null);
  }

  /** Lines typed in by hand have neither a SKU nor a variant. */
  private static @Nullable String sku(JsonCursor line) {
    String sku = line.at("sku").textOrNull(SKU_CHARS_MAX);
    String variant = line.at("variant_id").idOrNull();
    return sku != null || variant == null ? sku : "variant:" + variant;
  }

  private static String title(JsonCursor line) {
    String name = line.at("name").noteOrNull(TITLE_CHARS_MAX);
    String title = name == null ? line.at("title").noteOrNull(TITLE_CHARS_MAX) : name;
    return title == null ? "" : title;
  }

  /** A tip is a line that has the field for how it was paid, even as null. A gift card of plastic is goods. */
  private static Kind kind(JsonCursor line) {
    if (line.at("tip_payment_gateway").given()) {
      return Kind.TIP;
    }
    boolean parcel = !line.at("requires_shipping").given() || line.at("requires_shipping").flag();
    if (parcel) {
      return Kind.GOODS;
    }
    return line.at("gift_card").flag() ? Kind.GIFT_CARD : Kind.DIGITAL;
  }

  private static FulfilledBy shipper(JsonCursor line, Set<String> elsewhere) {
    String service = line.at("fulfillment_service").textOrNull(SKU_CHARS_MAX);
    return service != null && elsewhere.contains(service) ? FulfilledBy.CHANNEL : FulfilledBy.MERCHANT;
  }

  private static Set<String> elsewhere(AccountSettings account) {
    String handles = account.setting(SHIPPED_ELSEWHERE, SHIPPED_ELSEWHERE_DEFAULT);
    return new HashSet<>(Arrays.asList(handles.strip().split("\\s*,\\s*")));
  }
}
