package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.adapters.amazon.api.AmazonAccount;
import dev.crossdock.channels.adapters.amazon.api.AmazonOrders;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.channels.adapters.signing.HmacSha256;
import java.util.Optional;
import java.util.Set;

/** Tells by its shape what a message is, since forwarders and dumps keep no topic. */
final class AmazonMessages {

  private static final Set<String> READ_BY_US =
      Set.of(AmazonOrders.READ_2026, AmazonOrders.READ_V0, AmazonOrders.CHANGED_V0);
  private static final int KEY_PART_MAX = 100;

  private AmazonMessages() {}

  /** A notification is known by its own id; anything else by its bytes. */
  static Envelope envelope(RawMessage message) {
    Optional<AmazonNotifications.Name> name = notification(message);
    String topic = name.map(AmazonNotifications.Name::type).orElse(message.topic());
    String event =
        name.map(AmazonNotifications.Name::id)
            .filter(id -> id.length() <= KEY_PART_MAX)
            .orElseGet(() -> HmacSha256.digest(message.body()));
    return new Envelope(
        topic,
        topic.substring(0, Math.min(topic.length(), KEY_PART_MAX)) + ":" + event,
        name.isPresent() && topic.equals(AmazonNotifications.ORDER_CHANGE));
  }

  static Decoded decode(RawMessage message, AccountSettings account) {
    return Json.decode(message.body(), root -> decode(root, new AmazonAccount(account)));
  }

  private static Decoded decode(JsonCursor root, AmazonAccount account) {
    Optional<JsonCursor> notification = AmazonNotifications.in(root);
    if (notification.isPresent()) {
      return AmazonNotifications.decode(notification.get(), account);
    }
    if (OrderV0.isIn(root)) {
      return OrderV0.decode(root);
    }
    if (Order2026.isIn(root)) {
      return Order2026.decode(root);
    }
    throw page(root).refused(Rule.WRONG_TYPE, "This is neither a notification nor one order.");
  }

  private static JsonCursor page(JsonCursor root) {
    if (root.at("orders").isList()) {
      return root.at("orders");
    }
    return root.at("payload").at("Orders").isList() ? root.at("payload").at("Orders") : root;
  }

  private static Optional<AmazonNotifications.Name> notification(RawMessage message) {
    if (READ_BY_US.contains(message.topic())) {
      return Optional.empty();
    }
    try {
      return AmazonNotifications.in(Json.read(message.body())).map(AmazonNotifications::name);
    } catch (Unreadable _) {
      return Optional.empty();
    }
  }
}
