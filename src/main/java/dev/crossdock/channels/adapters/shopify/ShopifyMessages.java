package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each topic means. Every body of an acted-on topic is read; topics we let pass are not even parsed. */
final class ShopifyMessages {

  /** The topic of an order that we read back ourselves. */
  static final String READ_BACK = "orders/read";

  /** The topic that names an order of which money was given back. */
  static final String REFUND = "refunds/create";

  private static final Set<String> WHOLE_ORDER =
      Set.of(
          READ_BACK,
          "orders/create",
          "orders/updated",
          "orders/paid",
          "orders/cancelled",
          "orders/edited",
          "orders/fulfilled",
          "orders/partially_fulfilled");

  private static final Set<String> COMPLIANCE =
      Set.of("customers/data_request", "customers/redact", "shop/redact");

  private ShopifyMessages() {}

  static String topic(RawMessage message) {
    String topic = message.header("x-shopify-topic").map(String::strip).orElse("");
    return topic.isEmpty() ? message.topic() : topic;
  }

  static Decoded decode(RawMessage message, AccountSettings account) {
    String topic = topic(message);
    if (topic.equals("orders/delete")) {
      return Json.decode(message.body(), root -> new Decoded.Removed(root.at("id").id(), triggeredAt(message)));
    }
    if (topic.equals(REFUND)) {
      return Json.decode(message.body(), root -> named(inside(root, "refund"), account));
    }
    if (WHOLE_ORDER.contains(topic)) {
      return Json.decode(message.body(), root -> order(root, account));
    }
    if (topic.isEmpty()) {
      return Json.decode(message.body(), root -> byShape(root, account));
    }
    return new Decoded.Ignored(reason(topic));
  }

  private static Decoded order(JsonCursor root, AccountSettings account) {
    JsonCursor edit = root.object().at("order_edit");
    return edit.isObject() ? named(edit, account) : new Decoded.Snapshot(snapshot(root, account));
  }

  private static Decoded byShape(JsonCursor root, AccountSettings account) {
    if (inside(root, "order").at("line_items").isList()) {
      return order(root, account);
    }
    throw root.refused(Rule.MISSING, "The message names no topic and holds no order.");
  }

  private static IncomingOrder snapshot(JsonCursor root, AccountSettings account) {
    return ShopifyOrders.order(inside(root, "order"), account);
  }

  /** A message that only names its order. Without a token nothing can be read; orders/updated follows by itself. */
  private static Decoded named(JsonCursor message, AccountSettings account) {
    String order = message.at("order_id").id();
    Instant at = message.at("created_at").instant();
    return account.secretValues(ShopifyChannel.ACCESS_TOKEN).isEmpty()
        ? new Decoded.Ignored("names an order that cannot be read without an access token; its update follows")
        : new Decoded.FetchNeeded(order, at);
  }

  /** The REST API wraps what webhooks send bare. */
  private static JsonCursor inside(JsonCursor root, String wrapper) {
    return root.at(wrapper).isObject() ? root.at(wrapper) : root;
  }

  private static @Nullable Instant triggeredAt(RawMessage message) {
    try {
      return message
          .header("x-shopify-triggered-at")
          .map(text -> OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS))
          .orElse(null);
    } catch (DateTimeParseException _) {
      return null;
    }
  }

  private static String reason(String topic) {
    if (COMPLIANCE.contains(topic)) {
      return "a privacy request, to be answered by a person";
    }
    return topic.startsWith("app/") ? "about the app, not about an order" : "a topic that is not acted on";
  }
}
