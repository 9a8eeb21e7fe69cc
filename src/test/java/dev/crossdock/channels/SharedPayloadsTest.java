package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crossdock.channels.adapters.json.Json;
import dev.crossdock.channels.adapters.json.Unreadable;
import dev.crossdock.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real messages of other people, where they are at hand: each file is known by name, and what comes of it is written
 * down here, orders with what their parts add up to beyond the stated total.
 */
class SharedPayloadsTest {

  /** Begins the expectation of a file that holds no order, followed by what it is. */
  private static final String NOT = "no order: ";

  private static final List<String> UNKNOWN = List.of("a file nobody has looked at yet");

  private static final Map<String, List<String>> SHOPIFY =
      Map.ofEntries(
          Map.entry("fivetran-gql-fulfillment_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry(
              "fivetran-gql-fulfillment_order_line_item_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("fivetran-gql-inventory_level_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("fivetran-gql-inventory_quantity_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("fivetran-gql-order_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("fivetran-gql-order_line_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("fivetran-gql-order_line_refund_data.csv", List.of(NOT + "rows of a warehouse, not messages")),
          Map.entry("go-fulfillment_order.json", List.of(NOT + "a fulfilment order")),
          Map.entry("go-fulfillment_reject.json", List.of(NOT + "a fulfilment order")),
          Map.entry("go-fulfillment_send.json", List.of(NOT + "fulfilment orders")),
          Map.entry("go-inventory_item.json", List.of(NOT + "a stock item")),
          Map.entry("go-inventory_levels.json", List.of(NOT + "stock levels")),
          Map.entry("go-order.json", List.of("order 123456 0.00")),
          Map.entry("go-order_with_transaction.json", List.of("order 123456 0.00")),
          Map.entry("go-orderlineitems-properties_object.json", List.of(NOT + "a piece of a line")),
          Map.entry("go-orderlineitems-valid.json", List.of(NOT + "a line without its order")),
          Map.entry(
              "go-shippinglines-requested_fulfillment_service_id_number.json",
              List.of(NOT + "a shipping line without its order")),
          Map.entry("go-transactions.json", List.of(NOT + "payments")),
          Map.entry("py-gift_card_adjustment.json", List.of(NOT + "a gift card")),
          Map.entry("py-order.json", List.of("order 450789469 199.00")),
          Map.entry("py-refund_calculate.json", List.of(NOT + "a refund yet to be made")),
          Map.entry("py-transactions.json", List.of(NOT + "payments")),
          Map.entry("ruby-abandoned_checkout.json", List.of(NOT + "a checkout that never became an order")),
          Map.entry("ruby-assigned_fulfillment_orders.json", List.of(NOT + "fulfilment orders")),
          Map.entry("ruby-fulfillment.json", List.of(NOT + "a shipment")),
          Map.entry("ruby-fulfillment_event.json", List.of(NOT + "a tracking event")),
          Map.entry("ruby-fulfillment_order.json", List.of(NOT + "a fulfilment order")),
          Map.entry("ruby-fulfillment_order_locations_for_move.json", List.of(NOT + "locations")),
          Map.entry("ruby-fulfillment_orders.json", List.of(NOT + "fulfilment orders")),
          Map.entry("ruby-fulfillment_request.json", List.of(NOT + "a request to ship")),
          Map.entry("ruby-gift_card.json", List.of(NOT + "a gift card")),
          Map.entry("ruby-inventory_levels.json", List.of(NOT + "stock levels")),
          Map.entry("ruby-order.json", List.of("order 450789469 199.00")),
          Map.entry("ruby-order_risks.json", List.of(NOT + "risks of an order")),
          Map.entry("ruby-orders.json", List.of("order 450789469 199.00")),
          Map.entry("ruby-refund.json", List.of("fetch 450789469 changed 2016-03-22T15:15:00Z")),
          Map.entry("ruby-tender_transactions.json", List.of(NOT + "payments")),
          Map.entry("ruby-webhooks.json", List.of(NOT + "subscriptions")));

  private static final Map<String, List<String>> WOOCOMMERCE =
      Map.ofEntries(
          Map.entry("broken-order.json", List.of("ignored: a draft, not yet an order")),
          Map.entry(
              "broken-orders-mark-2.json",
              List.of(
                  "invalid /line_items/1/id duplicate-key",
                  "invalid /line_items/1/id duplicate-key",
                  "invalid /line_items/1/id duplicate-key",
                  "invalid /line_items/1/id duplicate-key",
                  "invalid /line_items/1/id duplicate-key",
                  "order 158 0.00")),
          Map.entry("docs-v3-orders-block0.json", List.of("order 727 0.00")),
          Map.entry("docs-v3-orders-block4.json", List.of("order 727 0.00")),
          Map.entry("docs-v3-refund-block0.json", List.of(NOT + "a refund")),
          Map.entry("docs-v3-webhook-block1.json", List.of(NOT + "a subscription")),
          Map.entry("new-order-note.json", List.of(NOT + "a note")),
          Map.entry("order-560-all-refunds.json", List.of(NOT + "refunds")),
          Map.entry("order-alternative-types.json", List.of("invalid /line_items/1/quantity wrong-type")),
          Map.entry("order-auto-draft-status.json", List.of("ignored: a draft, not yet an order")),
          Map.entry("order-details-partially-refunded.json", List.of("order 324 0.00")),
          Map.entry("order-notes.json", List.of(NOT + "notes")),
          Map.entry("order-shipping-labels.json", List.of(NOT + "labels, and not JSON as published")),
          Map.entry("order-with-attribution-info.json", List.of("order 459 0.00")),
          Map.entry("order-with-bundled-line-items.json", List.of("order 357 -45.00")),
          Map.entry("order-with-composite-product.json", List.of("order 421 0.00")),
          Map.entry("order-with-faulty-attributes.json", List.of("order 656 -7.62")),
          Map.entry(
              "order-with-special-character-currency.json",
              List.of(
                  "invalid /line_items/1/quantity wrong-type")),
          Map.entry("order-with-subscription-renewal.json", List.of("order 526 0.00")),
          Map.entry("order.json", List.of("invalid /line_items/1/quantity wrong-type")),
          Map.entry(
              "orders-load-all.json",
              List.of(
                  "invalid /line_items/1/quantity wrong-type",
                  "order 961 0.00",
                  "order 960 0.00",
                  "invalid /tax_lines duplicate-key")),
          Map.entry("refund-single.json", List.of(NOT + "a refund")),
          Map.entry("refunds-all.json", List.of(NOT + "refunds")),
          Map.entry("shipment_tracking_multiple.json", List.of(NOT + "tracking numbers")),
          Map.entry("shipment_tracking_new_custom_provider.json", List.of(NOT + "a tracking number")),
          Map.entry("shipment_tracking_providers.json", List.of(NOT + "carriers")));

  @TestFactory
  Stream<DynamicTest> shopify() {
    return tests("shopify", "orders/read", SHOPIFY);
  }

  @TestFactory
  Stream<DynamicTest> woocommerce() {
    return tests("woocommerce", "order.read", WOOCOMMERCE);
  }

  private static Stream<DynamicTest> tests(String id, String topic, Map<String, List<String>> expected) {
    Channel channel = Adapters.all().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    AccountSettings account = Adapters.fixture(channel).orElseThrow().account();
    return Shared.files("payloads/" + id, "*").stream()
        .map(
            file -> {
              String name = file.getFileName().toString();
              List<String> known = expected.getOrDefault(name, UNKNOWN);
              return dynamicTest(name, () -> holds(known, outcomes(file, topic, channel, account)));
            });
  }

  private static void holds(List<String> expected, List<String> outcomes) {
    if (expected.getFirst().startsWith(NOT)) {
      assertThat(outcomes).isNotEmpty().allMatch(outcome -> outcome.startsWith("invalid "));
    } else {
      assertThat(outcomes).isEqualTo(expected);
    }
  }

  private static List<String> outcomes(Path file, String topic, Channel channel, AccountSettings account)
      throws IOException {
    List<String> outcomes = new ArrayList<>();
    for (byte[] document : documents(Files.readAllBytes(file))) {
      String as = file.getFileName().toString().equals("ruby-refund.json") ? "refunds/create" : topic;
      Decoded decoded = channel.decode(new RawMessage(as, Map.of(), document), account);
      if (decoded instanceof Decoded.Snapshot(IncomingOrder order)) {
        assertThat(CheckedOrder.problems(order)).isEmpty();
        String difference = IncomingTotals.of(order).map(totals -> totals.difference().text()).orElse("unknown");
        outcomes.add("order " + order.externalId() + " " + difference);
      } else {
        outcomes.add(DecodedText.brief(decoded));
      }
    }
    return outcomes;
  }

  /** Files that wrap an order or hold a list of them are taken apart as the API's answers are. */
  private static List<byte[]> documents(byte[] file) {
    for (String list : List.of("orders", "data")) {
      try {
        return Json.elements(file, list);
      } catch (Unreadable _) {
        // another wrapping, or none
      }
    }
    for (String object : List.of("order", "data")) {
      try {
        return List.of(Json.element(file, object));
      } catch (Unreadable _) {
        // another wrapping, or none
      }
    }
    return List.of(file);
  }
}
