package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The units that were refunded, which an order itself does not tell: it names its refunds with their sums only. Before
 * shipping, a refunded unit must not be shipped, so such an order is read again together with its refunds.
 *
 * @param units refunded, by line id
 */
record WooRefunds(Map<String, Long> units) {

  /** The fields of the document made of an order and its refunds. */
  static final String ORDER = "order";

  static final String REFUNDS = "order_refunds";

  private static final String REFUNDED_LINE = "_refunded_item_id";
  private static final int WORD_CHARS_MAX = 255;

  /** Whether an order was refunded in part while its goods are still here, and its refunds can be read. */
  static boolean areNeeded(JsonCursor order, WooStatus status, AccountSettings account) {
    boolean here =
        switch (status.stage()) {
          case WAITING, READY -> true;
          case DRAFT, TRASHED, SHIPPED, FAILED, CANCELLED, REFUNDED -> false;
        };
    return here && !order.at("refunds").itemsAlsoKeyed().isEmpty() && WooApi.isConfigured(account);
  }

  static WooRefunds of(List<JsonCursor> refunds) {
    WooRefunds refunded = new WooRefunds(new HashMap<>());
    for (JsonCursor refund : refunds) {
      for (JsonCursor line : refund.at("line_items").itemsAlsoKeyed()) {
        String id = refundedLine(line);
        long units = line.at("quantity").unitsAlsoAsText(-JsonCursor.UNITS_MAX);
        refunded.units.merge(id, Math.abs(units), Long::sum);
      }
    }
    return refunded;
  }

  /** The units of a line that will not be shipped. */
  int cancelled(String line, int ordered, WooStatus status) {
    return status.stage() == WooStatus.Stage.SHIPPED ? 0 : Math.clamp(units.getOrDefault(line, 0L), 0, ordered);
  }

  private static String refundedLine(JsonCursor line) {
    for (JsonCursor meta : line.at("meta_data").itemsAlsoKeyed()) {
      if (REFUNDED_LINE.equals(meta.at("key").noteOrNull(WORD_CHARS_MAX))) {
        return meta.at("value").id();
      }
    }
    return "";
  }
}
