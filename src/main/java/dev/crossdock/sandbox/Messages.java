package dev.crossdock.sandbox;

import dev.crossdock.sandbox.wire.Native;
import dev.crossdock.sandbox.wire.Signing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Writes what each channel would send about an order, signed where the signature does not hang on the time. */
record Messages(Credentials credentials, String account) {

  /** Of the demo merchant's own accounts. */
  Messages(Credentials credentials) {
    this(credentials, Shop.ACCOUNT);
  }

  /** What happened to the order. */
  enum Event {
    CREATED,
    UPDATED,
    PAID,
    CANCELLED
  }

  static String orderId(Shop shop, SimOrder order) {
    return switch (shop) {
      case SHOPIFY -> Long.toString(ShopifyShape.id(order));
      case WOOCOMMERCE -> Long.toString(WooShape.id(order));
      case AMAZON -> AmazonShape.orderId(order);
    };
  }

  Message of(Shop shop, SimOrder order, Event event) {
    UUID id = id(shop, order, event);
    return switch (shop) {
      case SHOPIFY -> shopify(order, event, id, Native.bytes(ShopifyShape.order(order)));
      case WOOCOMMERCE -> woo(order, event, id, Native.bytes(WooShape.order(order)));
      case AMAZON ->
          new Message(
              Shop.AMAZON,
              account,
              orderId(Shop.AMAZON, order),
              Map.of("Content-Type", "application/json"),
              Native.bytes(AmazonShape.notification(order, id)));
    };
  }

  /** The message cut off in the middle, as a proxy with a limit does it; genuinely signed all the same. */
  Message torn(SimOrder order) {
    byte[] whole = Native.bytes(ShopifyShape.order(order));
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    return shopify(order, Event.CREATED, id(Shop.SHOPIFY, order, Event.CREATED), half);
  }

  /** The headers to send with it now. */
  Map<String, String> signed(Message message, long epochSecond) {
    return switch (message.shop()) {
      case SHOPIFY, WOOCOMMERCE -> message.headers();
      case AMAZON ->
          Map.of(
              "Content-Type", "application/json", "X-Crossdock-Signature",
              Signing.timed(credentials.webhookSecret(Shop.AMAZON), message.body(), epochSecond));
    };
  }

  private Message shopify(SimOrder order, Event event, UUID id, byte[] body) {
    String topic =
        switch (event) {
          case CREATED -> "orders/create";
          case UPDATED -> "orders/updated";
          case PAID -> "orders/paid";
          case CANCELLED -> "orders/cancelled";
        };
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/json",
            "X-Shopify-Topic", topic,
            "X-Shopify-Shop-Domain", "fernflint.myshopify.com",
            "X-Shopify-API-Version", "2026-10",
            "X-Shopify-Webhook-Id", id.toString(),
            "X-Shopify-Event-Id", id.toString(),
            "X-Shopify-Triggered-At", order.updated().toString(),
            "X-Shopify-Hmac-Sha256", Signing.base64(credentials.webhookSecret(Shop.SHOPIFY), body));
    return new Message(Shop.SHOPIFY, account, orderId(Shop.SHOPIFY, order), headers, body);
  }

  private Message woo(SimOrder order, Event event, UUID id, byte[] body) {
    String happened = event == Event.CREATED ? "created" : "updated";
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/json",
            "X-WC-Webhook-Source", "https://trade.fernflint.example/",
            "X-WC-Webhook-Topic", "order." + happened,
            "X-WC-Webhook-Resource", "order",
            "X-WC-Webhook-Event", happened,
            "X-WC-Webhook-ID", "7",
            "X-WC-Webhook-Delivery-ID", id.toString(),
            "X-WC-Webhook-Signature", Signing.base64(credentials.webhookSecret(Shop.WOOCOMMERCE), body));
    return new Message(Shop.WOOCOMMERCE, account, orderId(Shop.WOOCOMMERCE, order), headers, body);
  }

  private static UUID id(Shop shop, SimOrder order, Event event) {
    String name = shop + "/" + order.number() + "/" + event + "/" + order.updated();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
