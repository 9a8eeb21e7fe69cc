package dev.crossdock.channels.adapters.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.RawMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopifyChannelTest {

  private final ShopifyChannel channel = new ShopifyChannel();

  @Test
  void takesTheEventForTheKeyAndNotTheDelivery() {
    String key = key(Map.of("x-shopify-event-id", "e-1", "x-shopify-webhook-id", "w-1"), "{}");

    assertThat(key).isEqualTo("orders/create:e-1");
    assertThat(key(Map.of("x-shopify-event-id", "e-1", "x-shopify-webhook-id", "w-2"), "{}")).isEqualTo(key);
    assertThat(key(Map.of("x-shopify-webhook-id", "w-1"), "{}")).isEqualTo("orders/create:w-1");
    assertThat(key(Map.of("x-shopify-event-id", " "), "{}")).isEqualTo(key(Map.of(), "{}"));
    assertThat(key(Map.of("x-shopify-event-id", "x".repeat(500)), "{}")).isEqualTo(key(Map.of(), "{}"));
    assertThat(key(Map.of(), "{}")).isNotEqualTo(key(Map.of(), "{ }"));
  }

  @Test
  void keepsTopicsApart() {
    Map<String, String> headers = Map.of("x-shopify-topic", "orders/paid", "x-shopify-event-id", "e");
    RawMessage paid = new RawMessage("", headers, new byte[0]);

    assertThat(channel.envelope(paid).dedupKey()).isEqualTo("orders/paid:e");
  }

  /** A refund also changes the order, and that message carries the whole of it. */
  @Test
  void leavesARefundToTheOrdersUpdateWhenItCannotReadTheOrder() {
    byte[] body = "{\"order_id\":7,\"created_at\":\"2026-11-20T15:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
    RawMessage refund = new RawMessage("refunds/create", Map.of(), body);
    AccountSettings blind = new AccountSettings("shopify", "blind", Map.of(), Map.of());

    assertThat(channel.decode(refund, blind)).isInstanceOf(Decoded.Ignored.class);
    assertThat(channel.decode(refund, new ShopifyFixture().account())).isInstanceOf(Decoded.FetchNeeded.class);
  }

  /** Ordered, current, shipped and returned units of a line, and what of it is cancelled and shipped. */
  @ParameterizedTest
  @CsvSource({
    "3, 3, 0, 0, 0, 0", "3, 1, 0, 0, 2, 0", "3, 0, 3, 3, 0, 3", "3, 1, 1, 1, 1, 1", "3, 2, 3, 1, 0, 3",
    "3, 0, 2, 0, 1, 2", "3, , 0, 0, 0, 0", "3, 9, 0, 0, 0, 0", "3, 0, 900, 0, 0, 3", "3, 0, 0, 900, 0, 0",
  })
  void neverTakesAReturnForACancellation(
      int ordered, Integer current, int sent, int returned, int cancelled, int shipped) {
    String body =
        """
        {"id":1,"currency":"EUR","created_at":"2026-11-20T15:00:00Z","updated_at":"2026-11-20T15:00:00Z",
         "total_price":"3.00","line_items":[{"id":5,"price":"1.00","quantity":%d,"current_quantity":%s}],
         "fulfillments":[{"status":"success","line_items":[{"id":5,"quantity":%d}]}],
         "refunds":[{"refund_line_items":[{"line_item_id":5,"quantity":%d,"restock_type":"return"}]}]}"""
            .formatted(ordered, current, sent, returned);
    RawMessage message = new RawMessage("orders/updated", Map.of(), body.getBytes(StandardCharsets.UTF_8));

    assertThat(channel.decode(message, new ShopifyFixture().account()))
        .isInstanceOfSatisfying(
            Decoded.Snapshot.class,
            snapshot -> {
              assertThat(snapshot.order().lines().getFirst().cancelled()).isEqualTo(cancelled);
              assertThat(snapshot.order().lines().getFirst().shipped()).isEqualTo(shipped);
            });
  }

  private String key(Map<String, String> headers, String body) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("x-shopify-topic", "orders/create");
    return channel.envelope(new RawMessage("", all, body.getBytes(StandardCharsets.UTF_8))).dedupKey();
  }
}
