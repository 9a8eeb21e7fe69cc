package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.Native.decimal;
import static dev.crossdock.sandbox.Native.object;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders as Shopify's webhooks and Admin API write them. */
final class ShopifyShape {

  private ShopifyShape() {}

  static Map<String, Object> order(SimOrder order) {
    boolean cancelled = order.state() == SimOrder.State.CANCELLED;
    Map<String, Object> json =
        object(
            "id", order.id(),
            "admin_graphql_api_id", "gid://shopify/Order/" + order.id(),
            "name", "#" + order.id() % 1_000_000,
            "order_number", order.id() % 1_000_000,
            "created_at", order.placed().toString(),
            "processed_at", order.placed().toString(),
            "updated_at", order.updated().toString(),
            "cancelled_at", cancelled ? order.updated().toString() : null,
            "cancel_reason", cancelled ? "customer" : null,
            "closed_at", null,
            "currency", "USD",
            "presentment_currency", "USD",
            "financial_status", order.state() == SimOrder.State.PENDING ? "pending" : "paid",
            "fulfillment_status", null,
            "taxes_included", false,
            "test", false,
            "source_name", "web",
            "email", order.buyer().email(),
            "contact_email", order.buyer().email(),
            "tags", "",
            "note", null,
            "subtotal_price", decimal(order.goodsCents() - order.discountCents()),
            "total_line_items_price", decimal(order.goodsCents()),
            "total_discounts", decimal(order.discountCents()),
            "total_tax", decimal(order.taxCents()),
            "total_price", decimal(order.totalCents()));
    json.put("line_items", lines(order));
    json.put("tax_lines", List.of(tax(order.taxCents())));
    json.put("shipping_lines", shipping(order));
    json.put("shipping_address", address(order.buyer()));
    json.put("billing_address", address(order.buyer()));
    json.put("customer", object(
        "id", 7_000_000_000_000L + order.id() % 1_000_000, "email", order.buyer().email(), "first_name",
        order.buyer().first(), "last_name", order.buyer().last()));
    json.put("discount_codes", List.of());
    json.put("refunds", List.of());
    json.put("fulfillments", List.of());
    return json;
  }

  private static List<Object> lines(SimOrder order) {
    List<Object> lines = new ArrayList<>();
    long discountLeft = order.discountCents();
    long taxLeft = order.taxCents();
    for (int i = 0; i < order.lines().size(); i++) {
      SimOrder.Line line = order.lines().get(i);
      boolean last = i == order.lines().size() - 1;
      long discount = last ? discountLeft : order.discountCents() * line.cents() / Math.max(1, order.goodsCents());
      long tax = last ? taxLeft : order.taxCents() * line.cents() / Math.max(1, order.goodsCents());
      discountLeft -= discount;
      taxLeft -= tax;
      lines.add(line(order, i, line, discount, tax));
    }
    return lines;
  }

  private static Map<String, Object> line(SimOrder order, int index, SimOrder.Line line, long discount, long tax) {
    int current = order.state() == SimOrder.State.CANCELLED ? 0 : line.units();
    return object(
        "id", order.id() * 100 + index,
        "product_id", 8_100_000_000_000L + Math.abs(line.sku().hashCode()),
        "variant_id", 44_100_000_000_000L + Math.abs(line.sku().hashCode()),
        "sku", line.sku(),
        "title", line.title(),
        "name", line.title(),
        "quantity", line.units(),
        "current_quantity", current,
        "fulfillable_quantity", current,
        "fulfillment_service", "manual",
        "fulfillment_status", null,
        "gift_card", false,
        "requires_shipping", true,
        "taxable", true,
        "price", decimal(line.unitCents()),
        "total_discount", "0.00",
        "discount_allocations",
        discount == 0 ? List.of() : List.of(object("amount", decimal(discount), "discount_application_index", 0)),
        "tax_lines", List.of(tax(tax)),
        "properties", List.of());
  }

  private static Map<String, Object> tax(long cents) {
    return object("title", "Sales tax", "rate", 0.08, "price", decimal(cents), "channel_liable", false);
  }

  private static List<Object> shipping(SimOrder order) {
    return List.of(
        object(
            "id", order.id() * 100 + 99, "code", "standard", "title", "Standard", "source", "shopify", "price",
            decimal(order.shippingCents()), "discounted_price", decimal(order.shippingCents()), "tax_lines",
            List.of()));
  }

  private static @Nullable Map<String, Object> address(Buyer buyer) {
    return object(
        "first_name", buyer.first(), "last_name", buyer.last(), "name", buyer.name(), "company", null, "address1",
        buyer.street(), "address2", "", "city", buyer.city(), "province", buyer.region(), "province_code",
        buyer.region().isEmpty() ? null : buyer.region(), "zip", buyer.postalCode(), "country_code", buyer.country(),
        "country", buyer.country(), "phone", null, "latitude", buyer.lat(), "longitude", buyer.lon());
  }

  /** The page that {@code orders.json} answers with. */
  static Map<String, Object> page(List<SimOrder> orders, Instant since) {
    return object(
        "orders",
        orders.stream().filter(order -> !order.updated().isBefore(since)).map(ShopifyShape::order).toList());
  }
}
