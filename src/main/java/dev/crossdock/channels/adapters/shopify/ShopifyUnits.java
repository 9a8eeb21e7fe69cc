package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What became of each line's units, gathered from shipments and refunds. {@code quantity} never falls;
 * {@code current_quantity} falls with every removal and every return, so a return must not be taken for a cancellation:
 * a unit that has left cannot be cancelled.
 *
 * @param shipped units in shipments that were not called off, by line id
 * @param returned units that came back, by line id
 * @param removed units refunded without coming back, by line id; counts where a line has no {@code current_quantity}
 */
record ShopifyUnits(Map<String, Long> shipped, Map<String, Long> returned, Map<String, Long> removed) {

  private static final Set<String> CALLED_OFF = Set.of("cancelled", "error", "failure");
  private static final int WORD_CHARS_MAX = 60;

  /** The units of one line. */
  record Counts(int ordered, int cancelled, int shipped) {}

  static ShopifyUnits of(JsonCursor order) {
    ShopifyUnits units = new ShopifyUnits(new HashMap<>(), new HashMap<>(), new HashMap<>());
    for (JsonCursor shipment : order.at("fulfillments").items()) {
      String status = shipment.at("status").textOrNull(WORD_CHARS_MAX);
      if (status == null || !CALLED_OFF.contains(status)) {
        shipment.at("line_items").items().forEach(line -> add(units.shipped, line.at("id"), line.at("quantity")));
      }
    }
    for (JsonCursor refund : order.at("refunds").items()) {
      for (JsonCursor line : refund.at("refund_line_items").items()) {
        boolean back = "return".equals(line.at("restock_type").textOrNull(WORD_CHARS_MAX));
        add(back ? units.returned : units.removed, line.at("line_item_id"), line.at("quantity"));
      }
    }
    return units;
  }

  Counts counts(JsonCursor line) {
    String id = line.at("id").id();
    int ordered = line.at("quantity").units(1);
    long gone = gone(line, id, ordered);
    long left = shipped.getOrDefault(id, 0L);
    if (left == 0 && "fulfilled".equals(line.at("fulfillment_status").textOrNull(WORD_CHARS_MAX))) {
      left = ordered - gone;
    }
    int sent = Math.clamp(left, 0, ordered);
    return new Counts(ordered, Math.clamp(gone, 0, ordered - sent), sent);
  }

  private long gone(JsonCursor line, String id, int ordered) {
    JsonCursor current = line.at("current_quantity");
    return current.present()
        ? ordered - (long) current.units(0) - returned.getOrDefault(id, 0L)
        : removed.getOrDefault(id, 0L);
  }

  private static void add(Map<String, Long> units, JsonCursor id, JsonCursor quantity) {
    units.merge(id.id(), (long) quantity.units(0), Long::sum);
  }
}
