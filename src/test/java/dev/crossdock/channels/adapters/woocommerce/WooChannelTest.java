package dev.crossdock.channels.adapters.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.channels.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WooChannelTest {

  private static final Instant NOW = Instant.parse("2026-11-20T15:00:00Z");

  private final WooChannel channel = new WooChannel();
  private final AccountSettings account = new WooFixture().account();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook_id=", "webhook_id=1&x=2", "webhook_id=1 ", " webhook_id=1", "webhook_id=１", "webhook_id=-1",
        "webhook_id=123456789012345678901", "Webhook_id=1", "webhook_id=1\n", "{}", "",
      })
  void letsNothingButAPingThroughUnsigned(String body) {
    assertThat(channel.verify(message(body, Map.of()), account, NOW)).isInstanceOf(Verification.Refused.class);
  }

  @Test
  void wantsAPingThatIsSignedToBeSignedRight() {
    RawMessage signed = message("webhook_id=1", Map.of("x-wc-webhook-signature", "x"));

    assertThat(channel.verify(signed, account, NOW)).isInstanceOf(Verification.Refused.class);
  }

  @Test
  void keepsOneKeyForAllPings() {
    assertThat(channel.envelope(message("webhook_id=1", Map.of())))
        .isEqualTo(channel.envelope(message("webhook_id=99", Map.of())));
  }

  @Test
  void tellsDeliveriesFromEvents() {
    Map<String, String> first = Map.of("x-wc-webhook-topic", "order.updated", "x-wc-webhook-delivery-id", "a");
    Map<String, String> again = Map.of("x-wc-webhook-topic", "order.updated", "x-wc-webhook-delivery-id", "b");
    String body = "{\"id\":7,\"date_modified_gmt\":\"2026-11-20T14:00:00\",\"status\":\"processing\"}";
    String sameSecond = body.replace("processing", "completed");

    assertThat(channel.envelope(message(body, again))).isEqualTo(channel.envelope(message(body, first)));
    assertThat(channel.envelope(message(sameSecond, first))).isNotEqualTo(channel.envelope(message(body, first)));
    assertThat(channel.envelope(message(body, first)).dedupKey()).startsWith("order.updated:7:2026-11-20T14:00:00:");
  }

  /** Without access to the shop there is nothing to read refunds from; the order is worth more than their detail. */
  @Test
  void takesARefundedOrderAsItIsWhenItCannotReadItsRefunds() {
    String body =
        """
        {"id":7,"status":"processing","currency":"EUR","date_created_gmt":"2026-11-20T14:00:00","total":"5.00",
         "date_paid_gmt":"2026-11-20T14:00:00","refunds":[{"id":8,"total":"-2.00"}],
         "line_items":[{"id":1,"name":"Dill","quantity":1,"subtotal":"5.00","total":"5.00"}]}""";
    RawMessage message = message(body, Map.of("x-wc-webhook-topic", "order.updated"));
    AccountSettings blind = new AccountSettings("woocommerce", "blind", Map.of(), Map.of());

    assertThat(channel.decode(message, account)).isInstanceOf(Decoded.FetchNeeded.class);
    assertThat(channel.decode(message, blind))
        .isInstanceOfSatisfying(
            Decoded.Snapshot.class,
            snapshot -> assertThat(snapshot.order().payment()).isEqualTo(IncomingOrder.Payment.PARTIALLY_REFUNDED));
  }

  @ParameterizedTest
  @CsvSource({
    "Mint &amp; sage, Mint & sage", "O&#8217;Hara, O’Hara", "O&#x2019;Hara, O’Hara", "A &ndash; B, A – B",
    "&amp;amp;, &amp;", "AT&T, AT&T", "&nosuch;, &nosuch;", "&#0;, &#0;",
    "&#xD800;, &#xD800;", "&#9999999;, &#9999999;",
  })
  void resolvesEntitiesOnce(String stored, String shown) {
    assertThat(WooText.plain(stored)).isEqualTo(shown);
  }

  private static RawMessage message(String body, Map<String, String> headers) {
    return new RawMessage("", headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
