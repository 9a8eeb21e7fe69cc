package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.Native.decimal;
import static dev.crossdock.sandbox.Native.object;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Orders as WooCommerce's webhooks and REST API write them: numbers here, texts there, times without a zone. */
final class WooShape {

  private WooShape() {}

  static Map<String, Object> order(SimOrder order) {
    Map<String, Object> json =
        object(
            "id", order.id(),
            "parent_id", 0,
            "number", Long.toString(order.id()),
            "order_key", "wc_order_" + Long.toString(order.id(), 36),
            "created_via", "checkout",
            "version", "10.2.1",
            "status", status(order.state()),
            "currency", "USD",
            "prices_include_tax", false,
            "date_created_gmt", time(order.placed()),
            "date_modified_gmt", time(order.updated()),
            "date_paid_gmt", order.state() == SimOrder.State.PAID ? time(order.placed()) : null,
            "customer_id", 0,
            "customer_note", "",
            "discount_total", decimal(order.discountCents()),
            "discount_tax", "0.00",
            "shipping_total", decimal(order.shippingCents()),
            "shipping_tax", "0.00",
            "cart_tax", decimal(order.taxCents()),
            "total", decimal(order.totalCents()),
            "total_tax", decimal(order.taxCents()),
            "payment_method", "stripe",
            "payment_method_title", "Card",
            "transaction_id", "");
    json.put("billing", address(order.buyer(), true));
    json.put("shipping", address(order.buyer(), false));
    json.put("line_items", lines(order));
    json.put("tax_lines", List.of(object(
        "id", order.id() * 10 + 8, "rate_code", "US-TAX-1", "rate_id", 1, "label", "Tax", "compound", false,
        "tax_total", decimal(order.taxCents()), "shipping_tax_total", "0.00", "rate_percent", 8)));
    json.put("shipping_lines", List.of(object(
        "id", order.id() * 10 + 9, "method_title", "Flat rate", "method_id", "flat_rate", "instance_id", "1", "total",
        decimal(order.shippingCents()), "total_tax", "0.00", "taxes", List.of())));
    json.put("fee_lines", List.of());
    json.put("coupon_lines", order.discountCents() == 0 ? List.of() : List.of(object(
        "id", order.id() * 10 + 7, "code", "fern10", "discount", decimal(order.discountCents()))));
    json.put("refunds", List.of());
    json.put("meta_data", List.of(object("id", 1, "key", "_wc_order_attribution_source_type", "value", "organic")));
    return json;
  }

  private static String status(SimOrder.State state) {
    return switch (state) {
      case PENDING -> "pending";
      case PAID -> "processing";
      case CANCELLED -> "cancelled";
    };
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
      lines.add(
          object(
              "id", order.id() * 10 + i, "name", line.title(), "product_id", 400 + i, "variation_id", 0, "quantity",
              line.units(), "tax_class", "", "subtotal", decimal(line.cents()), "subtotal_tax", decimal(tax), "total",
              decimal(line.cents() - discount), "total_tax", decimal(tax), "taxes",
              List.of(object("id", 1, "total", decimal(tax), "subtotal", decimal(tax))), "meta_data", List.of(), "sku",
              line.sku(), "price", (line.cents() - discount) / 100.0 / line.units()));
    }
    return lines;
  }

  private static Map<String, Object> address(Buyer buyer, boolean billing) {
    Map<String, Object> address =
        object(
            "first_name", buyer.first(), "last_name", buyer.last(), "company", "", "address_1", buyer.street(),
            "address_2", "", "city", buyer.city(), "state", buyer.region(), "postcode", buyer.postalCode(), "country",
            buyer.country(), "phone", "");
    if (billing) {
      address.put("email", buyer.email());
    }
    return address;
  }

  private static String time(Instant instant) {
    return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC).toString();
  }
}
