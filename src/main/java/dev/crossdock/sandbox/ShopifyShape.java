package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.decimal;
import static dev.crossdock.sandbox.wire.Native.object;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders as Shopify's webhooks and Admin API write them. */
final class ShopifyShape {

  private ShopifyShape() {}

  private static final long FIRST_ID = 6_120_400_000_000L;
  private static final int FIRST_NAME = 1_000;

  static long id(SimOrder order) {
    return FIRST_ID + order.number() * 32_768;
  }

  static Map<String, Object> order(SimOrder order) {
    boolean cancelled = order.state() == SimOrder.State.CANCELLED;
    boolean till = order.service() == SimOrder.Service.TILL;
    String placed = order.placed().toString();
    Map<String, Object> json =
        object(
            "id", id(order),
            "admin_graphql_api_id", "gid://shopify/Order/" + id(order),
            "name", "#" + (FIRST_NAME + order.number()),
            "order_number", FIRST_NAME + order.number(),
            "created_at", placed,
            "processed_at", placed,
            "updated_at", order.updated().toString(),
            "cancelled_at", cancelled ? order.updated().toString() : null,
            "cancel_reason", cancelled ? "customer" : null,
            "closed_at", null,
            "currency", "USD",
            "presentment_currency", "USD",
            "financial_status", order.state() == SimOrder.State.PENDING ? "pending" : "paid",
            "fulfillment_status", till ? "fulfilled" : null,
            "taxes_included", false,
            "test", false,
            "source_name", till ? "pos" : "web",
            "email", order.buyer().email(),
            "contact_email", order.buyer().email(),
            "tags", "",
            "note", null);
    sums(order, json);
    json.put("line_items", lines(order));
    json.put("tax_lines", order.taxCents() == 0 ? List.of() : List.of(tax(order, order.taxCents())));
    json.put("shipping_lines", till ? List.of() : shipping(order));
    json.put("shipping_address", till ? null : address(order.buyer()));
    json.put("billing_address", till ? null : address(order.buyer()));
    json.put("customer", object(
        "id", 7_000_000_000_000L + order.number(), "email", order.buyer().email(), "first_name",
        order.buyer().first(), "last_name", order.buyer().last()));
    json.put("refunds", List.of());
    json.put("fulfillments", till ? List.of(carriedOut(order)) : List.of());
    return json;
  }

  private static void sums(SimOrder order, Map<String, Object> json) {
    long discount = order.extras().discountCents();
    json.put("subtotal_price", decimal(order.goodsCents() - discount));
    json.put("total_line_items_price", decimal(order.goodsCents()));
    json.put("total_discounts", decimal(discount));
    json.put("total_tax", decimal(order.taxCents()));
    json.put("total_tip_received", decimal(order.extras().tipCents()));
    json.put("total_price", decimal(order.totalCents()));
    json.put(
        "discount_codes",
        discount == 0
            ? List.of()
            : List.of(object("code", "FERN10", "amount", decimal(discount), "type", "percentage")));
    json.put(
        "discount_applications",
        discount == 0
            ? List.of()
            : List.of(object(
                "type", "discount_code", "code", "FERN10", "value", "10.0", "value_type", "percentage",
                "allocation_method", "across", "target_selection", "all", "target_type", "line_item")));
  }

  private static List<Object> lines(SimOrder order) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      lines.add(line(order, i));
    }
    return lines;
  }

  private static Map<String, Object> line(SimOrder order, int index) {
    SimOrder.Line line = order.lines().get(index);
    boolean till = order.service() == SimOrder.Service.TILL;
    int current = order.state() == SimOrder.State.CANCELLED ? 0 : line.units();
    long discount = order.share(order.extras().discountCents(), index);
    long tax = order.share(order.taxCents(), index);
    return object(
        "id", id(order) * 2 + index,
        "product_id", 8_100_000_000_000L + Math.abs(line.sku().hashCode()),
        "variant_id", 44_100_000_000_000L + Math.abs(line.sku().hashCode()),
        "sku", line.sku(),
        "title", line.title(),
        "name", line.title(),
        "quantity", line.units(),
        "current_quantity", current,
        "fulfillable_quantity", till ? 0 : current,
        "fulfillment_service", "manual",
        "fulfillment_status", till ? "fulfilled" : null,
        "gift_card", false,
        "requires_shipping", true,
        "taxable", true,
        "price", decimal(line.unitCents()),
        "total_discount", "0.00",
        "discount_allocations",
        discount == 0 ? List.of() : List.of(object("amount", decimal(discount), "discount_application_index", 0)),
        "tax_lines", tax == 0 ? List.of() : List.of(tax(order, tax)),
        "properties", List.of());
  }

  private static Map<String, Object> tax(SimOrder order, long cents) {
    return object(
        "title", order.buyer().town().region() + " sales tax", "rate",
        BigDecimal.valueOf(order.buyer().town().taxBasisPoints(), 4), "price", decimal(cents), "channel_liable", false);
  }

  /** What was bought at the till left with the buyer. */
  private static Map<String, Object> carriedOut(SimOrder order) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      lines.add(object("id", id(order) * 2 + i, "quantity", order.lines().get(i).units()));
    }
    return object(
        "id", 5_400_000_000_000L + order.number(), "order_id", id(order), "status", "success", "created_at",
        order.placed().toString(), "updated_at", order.placed().toString(), "line_items", lines);
  }

  private static List<Object> shipping(SimOrder order) {
    String price = decimal(order.extras().shippingCents());
    boolean abroad = order.buyer().town().country().equals("GB");
    return List.of(
        object(
            "id", id(order) / 2, "code", abroad ? "international" : "standard", "title",
            abroad ? "International" : "Standard", "source", "shopify", "price", price, "discounted_price", price,
            "tax_lines", List.of(), "discount_allocations", List.of()));
  }

  private static Map<String, Object> address(Buyer buyer) {
    Buyer.Town town = buyer.town();
    return object(
        "first_name", buyer.first(), "last_name", buyer.last(), "name", buyer.name(), "company", null, "address1",
        buyer.street(), "address2", "", "city", town.city(), "province", town.region(), "province_code",
        town.region().isEmpty() ? null : town.region(), "zip", town.postalCode(), "country_code", town.country(),
        "country", town.country(), "phone", null, "latitude", town.lat(), "longitude", town.lon());
  }
}
