package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.AccountField;
import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Capabilities.Capability;
import dev.crossdock.channels.Capabilities;
import dev.crossdock.channels.ChangesOutcome;
import dev.crossdock.channels.Channel;
import dev.crossdock.channels.ChannelSession;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.Envelope;
import dev.crossdock.channels.FetchOutcome;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.signing.HmacSha256;
import dev.crossdock.channels.stock.StockPush;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WooCommerce shop. A webhook that is not answered is lost, and after five of those the shop stops sending: so the
 * shop is asked often for what changed.
 */
final class WooChannel implements Channel {

  static final String WEBHOOK_SECRET = "webhookSecret";
  static final String CONSUMER_KEY = "consumerKey";
  static final String CONSUMER_SECRET = "consumerSecret";

  private static final int KEY_PART_MAX = 60;

  @Override
  public String id() {
    return "woocommerce";
  }

  @Override
  public String displayName() {
    return "WooCommerce";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(Capability.PUSHES_ORDERS, Capability.PUSHES_ORDER_IDS, Capability.SIGNS, Capability.EDIT_TRACKING),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10));
  }

  @Override
  public List<AccountField> accountFields() {
    return List.of(
        new AccountField(
            WEBHOOK_SECRET, "Webhook secret", "As set at the webhook; two on two lines while changing it.", true, true),
        new AccountField(WooApi.BASE_URL, "Shop address", "https://shop.example.com", false, false),
        new AccountField(
            CONSUMER_KEY, "REST API consumer key", "Orders need read; stock needs read and write.", true, false),
        new AccountField(CONSUMER_SECRET, "REST API consumer secret", "", true, false),
        new AccountField(
            WooStatus.READY_STATUSES,
            "Own statuses that mean ready to ship",
            "Comma separated; orders in other own statuses wait.",
            false,
            false),
        new AccountField(
            WooCalls.READ_SINCE,
            "Read orders since",
            "Where the first look back ends, 2026-11-01T00:00:00Z.",
            false,
            false));
  }

  /** A new webhook is tried with an unsigned ping, which leads to nothing; everything else is signed. */
  @Override
  public Verification verify(RawMessage message, AccountSettings account, Instant now) {
    String signature = message.header("x-wc-webhook-signature").orElse(null);
    if (signature == null && WooMessages.isPing(message)) {
      return new Verification.Authentic();
    }
    return HmacSha256.verify(signature, message.body(), account.secretValues(WEBHOOK_SECRET));
  }

  /**
   * The delivery id names the attempt, so it says nothing. Times of change have no fractions of a second: two changes
   * within one differ in their body only. All pings share one key, so that whoever sends them fills no table.
   */
  @Override
  public Envelope envelope(RawMessage message) {
    String topic = WooMessages.topic(message);
    if (topic.equals(WooMessages.PING)) {
      return new Envelope(topic, WooMessages.PING);
    }
    Map<String, String> head = Json.peek(message.body(), Set.of("id", "date_modified_gmt"));
    String key =
        String.join(
            ":",
            start(topic),
            start(head.getOrDefault("id", "")),
            start(head.getOrDefault("date_modified_gmt", "")),
            HmacSha256.digest(message.body()));
    return new Envelope(topic, key);
  }

  @Override
  public Decoded decode(RawMessage message, AccountSettings account) {
    return WooMessages.decode(message, account);
  }

  @Override
  public FetchOutcome fetch(String externalId, ChannelSession session) {
    return WooCalls.fetch(externalId, session);
  }

  @Override
  public Optional<StockPush> stockPush() {
    return Optional.of(new WooStock());
  }

  @Override
  public ChangesOutcome changesSince(@Nullable String cursor, ChannelSession session) {
    return WooCalls.changesSince(cursor, capabilities().pollOverlap(), session);
  }

  private static String start(String part) {
    return part.substring(0, Math.min(part.length(), KEY_PART_MAX)).replace('\0', '?');
  }
}
