package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.adapters.amazon.api.AmazonAccount;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notifications as they come out of a queue, or as a forwarder wraps them: {@code Message} of SNS, {@code detail} of
 * EventBridge, {@code Records} or a list of SQS messages. A wrapper must hold exactly one. Where the notification is
 * text inside a wrapper, complaints name the place inside that text.
 */
final class AmazonNotifications {

  private static final int WRAPPERS_MAX = 4;
  private static final int WORD_CHARS_MAX = 200;

  /** The type of notification that names an order. */
  static final String ORDER_CHANGE = "ORDER_CHANGE";

  private AmazonNotifications() {}

  /** What tells one notification from all others. */
  record Name(String type, @Nullable String id) {}

  /** The notification in this message; empty when it holds none. */
  static Optional<JsonCursor> in(JsonCursor root) {
    return in(root, WRAPPERS_MAX);
  }

  static Name name(JsonCursor notification) {
    JsonCursor metadata = either(notification, "NotificationMetadata", "notificationMetadata");
    return new Name(type(notification), either(metadata, "NotificationId", "notificationId").idOrNull());
  }

  static Decoded decode(JsonCursor notification, AmazonAccount account) {
    if (isConfirmation(notification)) {
      return new Decoded.Ignored("a subscription to confirm: open its SubscribeURL once");
    }
    if (!type(notification).equals(ORDER_CHANGE)) {
      return new Decoded.Ignored("a notification type that is not acted on");
    }
    JsonCursor change = notification.at("Payload").at("OrderChangeNotification").object();
    String order = change.at("AmazonOrderId").id();
    String seller = change.at("SellerId").textOrNull(WORD_CHARS_MAX);
    if (seller != null && !account.isSeller(seller)) {
      return new Decoded.Ignored("about an order of another seller");
    }
    Instant at = AmazonTexts.instantOrNull(change.at("OrderChangeTrigger").at("TimeOfOrderChange"));
    return new Decoded.FetchNeeded(order, at == null ? AmazonTexts.instant(notification.at("EventTime")) : at);
  }

  private static Optional<JsonCursor> in(JsonCursor place, int wrappersLeft) {
    if (either(place, "NotificationType", "notificationType").isText() || isConfirmation(place)) {
      return Optional.of(place);
    }
    if (wrappersLeft == 0) {
      return Optional.empty();
    }
    if (place.isList()) {
      return in(only(place), wrappersLeft - 1);
    }
    if (place.at("Records").isList()) {
      return in(only(place.at("Records")), wrappersLeft - 1);
    }
    if (place.at("detail").isObject()) {
      return in(place.at("detail"), wrappersLeft - 1);
    }
    JsonCursor text = either(place, "Message", "body");
    return text.isText() ? in(read(text), wrappersLeft - 1) : Optional.empty();
  }

  private static JsonCursor only(JsonCursor list) {
    List<JsonCursor> items = list.items();
    if (items.size() != 1) {
      throw list.refused(Rule.OUT_OF_RANGE, "Exactly one notification must be forwarded at a time.");
    }
    return items.getFirst();
  }

  private static JsonCursor read(JsonCursor text) {
    return Json.read(text.text(Json.TEXT_CHARS_MAX).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isConfirmation(JsonCursor place) {
    return place.at("SubscribeURL").isText() && place.at("Token").isText();
  }

  private static String type(JsonCursor notification) {
    String type = either(notification, "NotificationType", "notificationType").textOrNull(WORD_CHARS_MAX);
    return type == null ? "" : type;
  }

  /** Older notifications write names with a capital, newer ones without. */
  private static JsonCursor either(JsonCursor place, String capital, String small) {
    return place.at(capital).given() ? place.at(capital) : place.at(small);
  }
}
