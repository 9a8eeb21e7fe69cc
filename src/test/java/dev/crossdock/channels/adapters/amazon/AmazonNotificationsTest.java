package dev.crossdock.channels.adapters.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AmazonNotificationsTest {

  private static final AccountSettings ACCOUNT =
      new AccountSettings("amazon", "north", Map.of("sellerId", "A1NORTH"), Map.of());
  private static final Instant CHANGED = Instant.parse("2026-11-20T14:00:01.5Z");

  private static final String CHANGE =
      """
      {"NotificationType":"ORDER_CHANGE","EventTime":"2026-11-20T14:00:03Z",
       "Payload":{"OrderChangeNotification":{"SellerId":"A1NORTH","AmazonOrderId":"902-0000001-0000001",
         "OrderChangeTrigger":{"TimeOfOrderChange":"2026-11-20T14:00:01.500Z","ChangeReason":"made up"}}},
       "NotificationMetadata":{"NotificationId":"5f1d9a52-0000-4000-8000-000000000001"}}
      """;

  @Test
  void namesTheOrderToFetch() {
    assertThat(decode(CHANGE)).isEqualTo(new Decoded.FetchNeeded("902-0000001-0000001", CHANGED));
    assertThat(envelope(CHANGE))
        .isEqualTo(new Envelope("ORDER_CHANGE", "ORDER_CHANGE:5f1d9a52-0000-4000-8000-000000000001", true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Type\":\"Notification\",\"MessageId\":\"m\",\"Message\":TEXT}",
        "{\"version\":\"0\",\"id\":\"e\",\"detail-type\":\"ORDER_CHANGE\",\"detail\":JSON}",
        "{\"Records\":[{\"messageId\":\"m\",\"body\":TEXT}]}",
        "[{\"messageId\":\"m\",\"body\":TEXT}]",
        "[JSON]",
        "{\"Message\":TEXT_OF_SNS}",
      })
  void findsTheNotificationInsideAWrapper(String wrapper) {
    String sns = "{\"Type\":\"Notification\",\"Message\":" + text(CHANGE) + "}";
    String wrapped =
        wrapper.replace("TEXT_OF_SNS", text(sns)).replace("TEXT", text(CHANGE)).replace("JSON", CHANGE);

    assertThat(decode(wrapped)).isEqualTo(new Decoded.FetchNeeded("902-0000001-0000001", CHANGED));
    assertThat(envelope(wrapped)).isEqualTo(envelope(CHANGE));
  }

  @Test
  void takesTheTimeOfTheEventWhenTheChangeHasNone() {
    assertThat(decode(CHANGE.replace("\"2026-11-20T14:00:01.500Z\"", "null")))
        .isEqualTo(new Decoded.FetchNeeded("902-0000001-0000001", Instant.parse("2026-11-20T14:00:03Z")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"NotificationType\":\"FEED_PROCESSING_FINISHED\",\"Payload\":{}}",
        "{\"notificationType\":\"LISTINGS_ITEM_STATUS_CHANGE\",\"payload\":{}}",
        "{\"Type\":\"SubscriptionConfirmation\",\"Token\":\"t\",\"SubscribeURL\":\"https://x.example/\"}",
      })
  void passesOverWhatNothingFollowsFrom(String message) {
    assertThat(decode(message)).isInstanceOf(Decoded.Ignored.class);
  }

  @Test
  void passesOverOrdersOfOtherSellers() {
    assertThat(decode(CHANGE.replace("A1NORTH", "A1SOUTH"))).isInstanceOf(Decoded.Ignored.class);
    RawMessage message = message(CHANGE.replace("A1NORTH", "A1SOUTH"));
    assertThat(AmazonMessages.decode(message, new AccountSettings("amazon", "any", Map.of(), Map.of())))
        .isInstanceOf(Decoded.FetchNeeded.class);
  }

  @Test
  void refusesMoreThanOneAtATime() {
    String two = "{\"Records\":[{\"body\":" + text(CHANGE) + "},{\"body\":" + text(CHANGE) + "}]}";

    assertThat(decode(two)).isEqualTo(invalid("/Records", "out-of-range", decode(two)));
    assertThat(decode("[]")).isEqualTo(invalid("", "out-of-range", decode("[]")));
  }

  @Test
  void namesTheEmptyPlace() {
    String nameless = CHANGE.replace("\"AmazonOrderId\":\"902-0000001-0000001\",", "");

    assertThat(decode(nameless))
        .isEqualTo(invalid("/Payload/OrderChangeNotification/AmazonOrderId", "missing", decode(nameless)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[[[[[[1]]]]]]", "{\"Message\":\"no json\"}", "{\"Message\":7}", "\"text\"", "null"})
  void refusesWhatIsNone(String message) {
    assertThat(decode(message)).isInstanceOf(Decoded.Invalid.class);
    assertThat(envelope(message).topic()).isEmpty();
    assertThat(envelope(message).dedupKey()).hasSizeBetween(1, 200);
  }

  @Test
  void tellsMessagesWithoutAnIdApartByTheirBytes() {
    String nameless = CHANGE.replace("NotificationId", "Nothing");

    assertThat(envelope(nameless)).isEqualTo(envelope(nameless)).isNotEqualTo(envelope(nameless + " "));
  }

  private static Decoded decode(String body) {
    return AmazonMessages.decode(message(body), ACCOUNT);
  }

  private static Envelope envelope(String body) {
    return AmazonMessages.envelope(message(body));
  }

  private static RawMessage message(String body) {
    return new RawMessage("", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String json) {
    return new JsonMapper().writeValueAsString(json);
  }

  /** An expectation about path and rule only. */
  private static Decoded.Invalid invalid(String path, String rule, Decoded actual) {
    return new Decoded.Invalid(path, rule, ((Decoded.Invalid) actual).sentence());
  }
}
