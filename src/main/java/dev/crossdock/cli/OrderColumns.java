package dev.crossdock.cli;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns of exported orders. A cell that a spreadsheet would run as a formula is written with an apostrophe. */
final class OrderColumns {

  static final List<String> NAMES =
      List.of(
          "number", "channel", "account", "externalId", "lifecycle", "headline", "placedAt", "shipBy", "total",
          "currency", "shipCountry");

  private OrderColumns() {}

  static List<String> of(Object item) {
    Map<?, ?> order = (Map<?, ?>) item;
    Map<?, ?> total = order.get("total") instanceof Map<?, ?> amount ? amount : Map.of();
    Map<?, ?> headline = order.get("headline") instanceof Map<?, ?> head ? head : Map.of();
    return NAMES.stream()
        .map(
            name ->
                switch (name) {
                  case "headline" -> cell(headline.get("word"));
                  case "total" -> cell(total.get("amount"));
                  case "currency" -> cell(total.get("currency"));
                  default -> cell(order.get(name));
                })
        .toList();
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    return !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
