package dev.crossdock.channels.adapters.shopify;

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
import dev.crossdock.channels.adapters.signing.HmacSha256;
import dev.crossdock.channels.stock.StockPush;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify shop. Webhooks carry the whole order and come late, twice and in any order; a retry carries the body of the
 * first try. What is signed is the raw body alone, so the headers serve as hints and never decide about trust.
 */
final class ShopifyChannel implements Channel {

  static final String WEBHOOK_SECRET = "webhookSecret";
  static final String ACCESS_TOKEN = "accessToken";

  private static final int KEY_PART_MAX = 80;

  @Override
  public String id() {
    return "shopify";
  }

  @Override
  public String displayName() {
    return "Shopify";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        Set.of(
            Capability.PUSHES_ORDERS,
            Capability.PUSHES_ORDER_IDS,
            Capability.SIGNS,
            Capability.RETRIES_PUSHES,
            Capability.PARTIAL_SHIPMENT,
            Capability.MULTIPLE_PARCELS,
            Capability.EDIT_TRACKING,
            Capability.STOCK_BY_LOCATION),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10));
  }

  @Override
  public List<AccountField> accountFields() {
    return List.of(
        new AccountField(
            WEBHOOK_SECRET, "Webhook secret", "The app's client secret; two on two lines in a change.", true, true),
        new AccountField(
            ACCESS_TOKEN,
            "Admin API access token",
            "Needs read_orders; for stock also write_inventory, read_products and read_locations.",
            true,
            false),
        new AccountField(
            ShopifyAdmin.SHOP, "Shop name", "The part before .myshopify.com; the account if empty.", false, false),
        new AccountField(
            ShopifyAdmin.BASE_URL, "Address", "Only where the shop is not at {shop}.myshopify.com.", false, false),
        new AccountField(
            ShopifyAdmin.API_VERSION, "API version", ShopifyAdmin.API_VERSION_DEFAULT + " if empty.", false, false),
        new AccountField(
            ShopifyCalls.READ_SINCE,
            "Read orders since",
            "Where the first look back ends, 2026-11-01T00:00:00Z.",
            false,
            false),
        new AccountField(
            ShopifyLines.SHIPPED_ELSEWHERE,
            "Fulfilment services that are not ours",
            "Handles, comma separated; their lines are imported, not shipped. If empty: "
                + ShopifyLines.SHIPPED_ELSEWHERE_DEFAULT,
            false,
            false));
  }

  @Override
  public Verification verify(RawMessage message, AccountSettings account, Instant now) {
    String signature = message.header("x-shopify-hmac-sha256").orElse(null);
    return HmacSha256.verify(signature, message.body(), account.secretValues(WEBHOOK_SECRET));
  }

  /** Two subscriptions to one topic deliver one event under two webhook ids, so the event id comes first. */
  @Override
  public Envelope envelope(RawMessage message) {
    String topic = ShopifyMessages.topic(message);
    String event =
        message
            .header("x-shopify-event-id")
            .or(() -> message.header("x-shopify-webhook-id"))
            .map(String::strip)
            .filter(id -> !id.isEmpty() && id.length() <= KEY_PART_MAX)
            .orElseGet(() -> HmacSha256.digest(message.body()));
    return new Envelope(
        topic,
        topic.substring(0, Math.min(topic.length(), KEY_PART_MAX)) + ":" + event,
        topic.equals(ShopifyMessages.REFUND));
  }

  @Override
  public Decoded decode(RawMessage message, AccountSettings account) {
    return ShopifyMessages.decode(message, account);
  }

  @Override
  public FetchOutcome fetch(String externalId, ChannelSession session) {
    return ShopifyCalls.fetch(externalId, session);
  }

  @Override
  public Optional<StockPush> stockPush() {
    return Optional.of(new ShopifyStock());
  }

  @Override
  public ChangesOutcome changesSince(@Nullable String cursor, ChannelSession session) {
    return ShopifyCalls.changesSince(cursor, capabilities().pollOverlap(), session);
  }
}
