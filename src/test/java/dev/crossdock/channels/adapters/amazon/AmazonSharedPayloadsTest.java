package dev.crossdock.channels.adapters.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.Decoded;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingTotals;
import dev.crossdock.channels.RawMessage;
import dev.crossdock.testing.Shared;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Amazon's own published examples, sandbox answers and recipes, where they are at hand: each part that could be taken
 * for an order is accepted or refused exactly as stated here. Files of sandboxes hold pairs of request and answer; the
 * answers are taken out, one of each kind.
 */
class AmazonSharedPayloadsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final AccountSettings ACCOUNT = new AccountSettings("amazon", "examples", Map.of(), Map.of());

  /** File and place in it, and what it decodes to; {@code a + b} joins the answers of v0 that make one order. */
  private static final Map<String, String> EXPECTED =
      new TreeMap<>(
          Map.ofEntries(
              // Notifications
              Map.entry(
                  "notification-ORDER_CHANGE-examples.json /", "fetch 903-8868176-2219830 2022-11-29T19:42:04.284Z"),
              Map.entry(
                  "notification-ORDER_CHANGE-examples.json /0", "fetch 903-8868176-2219830 2022-11-29T19:42:04.284Z"),
              // Orders 2026-01-01
              Map.entry(
                  "orders-2026-01-01-getOrder-examples.json /application~1json",
                  "order 202-1234567-8901234 PAID SHIP by MERCHANT 103.97 GBP off by 0.00"),
              Map.entry(
                  "orders-2026-01-01-getOrder-sandbox.json /static/0/response",
                  "order 171-9876543-2109876 AUTHORISED SHIP by MERCHANT 299.90 BRL off by 0.00"),
              Map.entry(
                  "orders-2026-01-01-getOrder-sandbox.json /static/1/response",
                  "order 028-1234567-8901234 PAID SHIP by MERCHANT 125.00 TRY off by 0.00"),
              Map.entry(
                  "orders-2026-01-01-getOrder-sandbox.json /static/2/response",
                  "order 114-9876543-1234567 AUTHORISED PICKUP by MERCHANT 49.99 USD off by 0.00"),
              Map.entry(
                  "orders-2026-01-01-searchOrders-examples.json /application~1json",
                  "invalid wrong-type /orders"),
              Map.entry(
                  "orders-2026-01-01-searchOrders-examples.json /application~1json/orders/0",
                  "order 123-4567890-1234567 ON_TERMS SHIP by MERCHANT 154.99 USD off by 0.00"),
              // Orders v0: an order alone names itself, with its items it is whole
              Map.entry(
                  "ordersV0-getOrder-example.json /application~1json",
                  "fetch 902-3159896-1390916 2017-01-20T19:49:35Z"),
              Map.entry(
                  "ordersV0-getOrder-sandbox.json /static/0/response",
                  "fetch 902-1845936-5435065 1970-01-19T03:58:32Z"),
              Map.entry(
                  "ordersV0-getOrder-sandbox.json /static/1/response",
                  "fetch 921-3175655-0452641 2019-05-08T21:59:59Z"),
              Map.entry("recipe-easyship-orders-getOrder.json /", "fetch 701-2161150-1980205 2025-11-20T13:31:56Z"),
              Map.entry("ordersV0-getOrders-example.json /application~1json", "invalid wrong-type /payload/Orders"),
              Map.entry(
                  "ordersV0-getOrders-example.json /application~1json/payload/Orders/0",
                  "fetch 902-3159896-1390916 2017-01-20T19:49:35Z"),
              Map.entry(
                  "ordersV0-getOrder-sandbox.json /static/0/response"
                      + " + ordersV0-getOrderItems-sandbox.json /static/0/response",
                  "order 902-1845936-5435065 AUTHORISED SHIP by MERCHANT 11.01 USD off by 0.00"),
              Map.entry(
                  "ordersV0-getOrder-example.json /application~1json"
                      + " + ordersV0-getOrderItems-example.json /application~1json",
                  "invalid out-of-range /ordersV0/items/0/payload/AmazonOrderId"),
              Map.entry(
                  "ordersV0-getOrderItems-example.json /application~1json",
                  "invalid missing /payload/OrderStatus"),
              Map.entry(
                  "ordersV0-getOrderItems-sandbox.json /static/0/response",
                  "invalid missing /payload/OrderStatus"),
              // Parts of orders of v0 that name their order but not when it changed
              Map.entry("recipe-orders-getOrderBuyerInfo.json /", "invalid missing /payload/LastUpdateDate"),
              Map.entry(
                  "ordersV0-getOrderRegulatedInfo-example.json /PendingOrder",
                  "invalid missing /payload/LastUpdateDate"),
              Map.entry(
                  "ordersV0-getOrderRegulatedInfo-example.json /ApprovedOrder",
                  "invalid missing /payload/LastUpdateDate"),
              Map.entry(
                  "ordersV0-getOrderRegulatedInfo-example.json /RejectedOrder",
                  "invalid missing /payload/LastUpdateDate"),
              Map.entry(
                  "ordersV0-getOrderRegulatedInfo-sandbox.json /static/0/response",
                  "invalid missing /payload/LastUpdateDate"),
              // Orders of other kinds, and what is none
              Map.entry("ordersV0-confirmShipment-sandbox-400.json /static/0/response", "invalid wrong-type "),
              Map.entry("mcf-2020-getFulfillmentOrder-example.json /", "invalid wrong-type "),
              Map.entry("mcf-2020-getFulfillmentPreview-example.json /", "invalid wrong-type "),
              Map.entry("recipe-mcf-v1-getFulfillmentOrder.json /", "invalid wrong-type "),
              Map.entry("recipe-mcf-v1-getFulfillmentPreview.json /", "invalid wrong-type "),
              Map.entry("recipe-mcf-v1-getPackageTrackingDetails.json /", "invalid wrong-type "),
              Map.entry("recipe-mcf-v2-createOrder.json /", "invalid missing /order/fulfillment/fulfillmentStatus"),
              Map.entry("recipe-mcf-v2-getOrder.json /", "invalid missing /order/fulfillment/fulfillmentStatus"),
              Map.entry("recipe-mcf-v2-getOrderPreview.json /", "invalid wrong-type "),
              Map.entry("recipe-mcf-v2-listOrders.json /", "invalid wrong-type /orders"),
              Map.entry("recipe-vendororders-getPurchaseOrder.json /", "invalid wrong-type "),
              Map.entry("recipe-externalFulfillmentShipping-getShipments.json /", "invalid wrong-type "),
              Map.entry("recipe-feeds-getFeed.json /", "invalid wrong-type "),
              Map.entry("recipe-feeds-getFeedDocument.json /", "invalid wrong-type "),
              Map.entry("recipe-listings-getListingsItem.json /", "invalid wrong-type "),
              Map.entry("recipe-pricing-patchListingsItem.json /", "invalid wrong-type "),
              Map.entry("JSON_LISTINGS_FEED-request.json /", "invalid wrong-type ")));

  static Stream<String> parts() {
    return Shared.files("payloads/amazon", "*.json").isEmpty() ? Stream.empty() : EXPECTED.keySet().stream();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("parts")
  void readsAmazonsOwnExamples(String part) {
    assertThat(decoded(part)).isEqualTo(EXPECTED.get(part));
  }

  @Test
  void knowsEveryFileOfTheFolder() {
    List<Path> files = Shared.files("payloads/amazon", "*.json");
    Assumptions.assumeFalse(files.isEmpty());
    TreeSet<String> listed = new TreeSet<>();
    EXPECTED.keySet().forEach(part -> Stream.of(part.split(" \\+ ")).forEach(each -> listed.add(each.split(" ")[0])));

    assertThat(files).extracting(file -> file.getFileName().toString()).containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void ordersOfTheSandboxCarryWhatTheirProgrammesMean() {
    Assumptions.assumeFalse(Shared.files("payloads/amazon", "*.json").isEmpty());
    IncomingOrder replaced = order("orders-2026-01-01-searchOrders-examples.json /application~1json/orders/0");
    IncomingOrder wrapped = order("orders-2026-01-01-getOrder-examples.json /application~1json");
    IncomingOrder deemed = order("orders-2026-01-01-getOrder-sandbox.json /static/1/response");

    assertThat(replaced.tags())
        .contains("prime", "business", "replacement", "replaces:123-4567890-1234566", "buyer-requested-cancel", "gift",
            "cash-on-delivery", "seller-order:SELLER-ORDER-2024-001", "transparency", "subscribe-and-save");
    assertThat(replaced.lines()).extracting(IncomingLine::shipped).containsExactly(2, 1);
    assertThat(replaced.lines()).extracting(IncomingLine::cancelled).containsOnly(0);
    assertThat(wrapped.tags()).contains("ioss:IM1234567890", "promotion:UK-BOXING-DAY-2024", "service:standard");
    assertThat(wrapped.note()).contains("Gift message");
    assertThat(deemed.lines().getFirst().taxes()).isEmpty();
  }

  private static IncomingOrder order(String part) {
    if (decode(part) instanceof Decoded.Snapshot(IncomingOrder order)) {
      return order;
    }
    throw new AssertionError(part + " holds no order");
  }

  private static String decoded(String part) {
    return switch (decode(part)) {
      case Decoded.Snapshot(IncomingOrder order) -> text(order);
      case Decoded.FetchNeeded(String id, Instant at) -> "fetch " + id + " " + at;
      case Decoded.Removed(String id, _) -> "removed " + id;
      case Decoded.Ignored(String reason) -> "ignored " + reason;
      case Decoded.Invalid(String path, String rule, _) -> "invalid " + rule + " " + path;
    };
  }

  private static String text(IncomingOrder order) {
    return "order " + order.externalId() + " " + order.payment() + " " + order.delivery() + " by "
        + order.lines().getFirst().fulfilledBy() + " " + order.total() + " off by "
        + IncomingTotals.of(order).orElseThrow().difference().text();
  }

  private static Decoded decode(String part) {
    String[] joined = part.split(" \\+ ");
    String body =
        joined.length == 1
            ? read(part)
            : "{\"ordersV0\":{\"order\":" + read(joined[0]) + ",\"items\":[" + read(joined[1]) + "]}}";
    RawMessage message = new RawMessage("", Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return AmazonMessages.decode(message, ACCOUNT);
  }

  private static String read(String part) {
    String[] place = part.split(" ", 2);
    Path file = Shared.files("payloads/amazon", place[0]).getFirst();
    JsonNode root = JSON.readTree(file.toFile());
    return JSON.writeValueAsString(place[1].equals("/") ? root : root.at(place[1]));
  }
}
