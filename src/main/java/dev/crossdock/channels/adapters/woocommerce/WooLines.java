package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.platform.money.Allocation;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines. A product may have been deleted since, which leaves a line without product and without SKU. */
final class WooLines {

  private static final int SKU_CHARS_MAX = 200;
  private static final int TITLE_CHARS_MAX = 500;

  private WooLines() {}

  /** What decides on the units of a line besides the line itself. */
  record Fate(WooStatus status, WooRefunds refunds) {

    int shipped(int ordered) {
      return status.stage() == WooStatus.Stage.SHIPPED ? ordered : 0;
    }

    int cancelled(JsonCursor line, int ordered) {
      return refunds.cancelled(line.at("id").id(), ordered, status);
    }
  }

  static List<IncomingLine> of(JsonCursor order, Currency currency, WooTaxes taxes, Fate fate) {
    WooBundles bundles = WooBundles.of(order);
    List<IncomingLine> lines = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonCursor line : order.at("line_items").linesAlsoKeyed()) {
      if (!ids.add(line.at("id").id())) {
        throw line.at("id").refused(Rule.DUPLICATE_KEY, "Two lines of the order have the same id.");
      }
      lines.add(line(line, currency, taxes, fate, bundles));
    }
    if (lines.isEmpty()) {
      throw order.at("line_items").refused(Rule.MISSING, "An order needs at least one line.");
    }
    return lines;
  }

  private static IncomingLine line(
      JsonCursor line, Currency currency, WooTaxes taxes, Fate fate, WooBundles bundles) {
    int ordered = line.at("quantity").unitsAlsoAsText(1);
    Money total = line.at("total").positive(currency);
    Money before = line.at("subtotal").positiveOrZero(currency);
    Money subtotal = before.compareTo(total) < 0 ? total : before;
    return new IncomingLine(
        line.at("id").id(),
        sku(line),
        title(line),
        bundles.kind(line),
        FulfilledBy.MERCHANT,
        ordered,
        fate.cancelled(line, ordered),
        fate.shipped(ordered),
        new Money(Allocation.unitShare(subtotal.minor(), ordered, 0), currency),
        subtotal,
        subtotal.minus(total),
        taxes.of(line),
        List.of(),
        bundles.parent(line));
  }

  private static @Nullable String sku(JsonCursor line) {
    String sku = line.at("sku").textOrNull(SKU_CHARS_MAX);
    if (sku != null) {
      return sku;
    }
    String variation = idOrNull(line.at("variation_id"));
    String product = idOrNull(line.at("product_id"));
    if (variation != null) {
      return "variation:" + variation;
    }
    return product == null ? null : "product:" + product;
  }

  private static @Nullable String idOrNull(JsonCursor cursor) {
    String id = cursor.idOrNull();
    return id == null || id.equals("0") ? null : id;
  }

  private static String title(JsonCursor line) {
    String name = line.at("name").noteOrNull(TITLE_CHARS_MAX);
    return name == null ? "" : WooText.plain(name);
  }
}
