package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/** What each topic means. */
final class WooMessages {

  /** The topic of an order that we read ourselves. */
  static final String READ_BACK = "order.read";

  /** The topic we give the form that tries a new webhook; it comes with no headers of its own. */
  static final String PING = "ping";

  private static final Set<String> WHOLE_ORDER = Set.of(READ_BACK, "order.created", "order.updated", "order.restored");
  private static final int PING_BYTES_MAX = 40;
  private static final Pattern PING_FORM = Pattern.compile("webhook_id=\\d{1,20}");

  private WooMessages() {}

  static boolean isPing(RawMessage message) {
    byte[] body = message.body();
    return body.length <= PING_BYTES_MAX
        && PING_FORM.matcher(new String(body, StandardCharsets.ISO_8859_1)).matches();
  }

  static String topic(RawMessage message) {
    String topic = message.header("x-wc-webhook-topic").map(String::strip).orElse("");
    if (topic.isEmpty()) {
      return isPing(message) ? PING : message.topic();
    }
    return topic;
  }

  static Decoded decode(RawMessage message, AccountSettings account) {
    String topic = topic(message);
    if (topic.equals(PING)) {
      return new Decoded.Ignored("a ping that tries the webhook");
    }
    if (topic.equals("order.deleted")) {
      return Json.decode(message.body(), root -> new Decoded.Removed(root.at("id").id(), null));
    }
    if (WHOLE_ORDER.contains(topic)) {
      return Json.decode(message.body(), root -> order(root, account));
    }
    if (topic.isEmpty()) {
      return Json.decode(message.body(), root -> byShape(root, account));
    }
    return new Decoded.Ignored("a topic that is not acted on");
  }

  private static Decoded byShape(JsonCursor root, AccountSettings account) {
    if (root.at("line_items").isList()) {
      return order(root, account);
    }
    throw root.refused(Rule.MISSING, "The message names no topic and holds no order.");
  }

  private static Decoded order(JsonCursor root, AccountSettings account) {
    boolean withRefunds = root.at(WooRefunds.ORDER).isObject();
    JsonCursor order = withRefunds ? root.at(WooRefunds.ORDER) : root.object();
    if (!order.at("id").present() && order.at("code").present() && order.at("message").present()) {
      throw order.at("id").refused(
          Rule.MISSING, "The shop sent an error in place of the order: the webhook's user may not read orders.");
    }
    WooStatus status = WooStatus.of(order, account);
    return switch (status.stage()) {
      case DRAFT -> new Decoded.Ignored("a draft, not yet an order");
      case TRASHED -> {
        JsonCursor modified = order.at("date_modified_gmt");
        yield new Decoded.Removed(order.at("id").id(), modified.present() ? modified.instantInUtc() : null);
      }
      case WAITING, READY, SHIPPED, FAILED, CANCELLED, REFUNDED ->
          !withRefunds && WooRefunds.areNeeded(order, status, account)
              ? new Decoded.FetchNeeded(order.at("id").id(), WooOrders.changedAt(order))
              : new Decoded.Snapshot(
                  WooOrders.order(order, status, WooRefunds.of(root.at(WooRefunds.REFUNDS).itemsAlsoKeyed())));
    };
  }
}
