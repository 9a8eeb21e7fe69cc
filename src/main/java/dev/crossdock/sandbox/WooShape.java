package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.decimal;
import static dev.crossdock.sandbox.wire.Native.object;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Orders as WooCommerce's webhooks and REST API write them: numbers here, texts there, times without a zone. */
final class WooShape {

  private WooShape() {}

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long FIRST_ID = 20_000;

  static long id(SimOrder order) {
    return FIRST_ID + order.number();
  }

  static Map<String, Object> order(SimOrder order) {
    Map<String, Object> json =
        object(
            "id", id(order),
            "parent_id", 0,
            "number", Long.toString(id(order)),
            "order_key", "wc_order_" + Long.toString(id(order) * 7_919, 36),
            "created_via", "checkout",
            "version", "10.2.1",
            "status", status(order.state()),
            "currency", "USD",
            "prices_include_tax", false,
            "date_created_gmt", time(order.placed()),
            "date_modified_gmt", time(order.updated()),
            "date_paid_gmt", order.state() == SimOrder.State.PAID ? time(order.updated()) : null,
            "customer_id", 0,
            "customer_note", "",
            "discount_total", decimal(order.extras().discountCents()),
            "discount_tax", "0.00",
            "shipping_total", decimal(order.extras().shippingCents()),
            "shipping_tax", "0.00",
            "cart_tax", decimal(order.taxCents()),
            "total", decimal(order.totalCents()),
            "total_tax", decimal(order.taxCents()),
            "payment_method", order.state() == SimOrder.State.PENDING ? "bacs" : "stripe",
            "payment_method_title", order.state() == SimOrder.State.PENDING ? "Bank transfer" : "Card",
            "transaction_id", "");
    json.put("billing", address(order.buyer(), true));
    json.put("shipping", address(order.buyer(), false));
    json.put("line_items", lines(order));
    json.put("tax_lines", taxes(order));
    json.put("shipping_lines", List.of(object(
        "id", id(order) * 10 + 9, "method_title", "Flat rate", "method_id", "flat_rate", "instance_id", "1", "total",
        decimal(order.extras().shippingCents()), "total_tax", "0.00", "taxes", List.of())));
    json.put("fee_lines", List.of());
    json.put("coupon_lines", coupons(order));
    json.put("refunds", List.of());
    json.put("meta_data", List.of(object("id", 1, "key", "_wc_order_attribution_source_type", "value", "organic")));
    return json;
  }

  /** A time as WooCommerce writes it: in UTC, without saying so. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String status(SimOrder.State state) {
    return switch (state) {
      case PENDING -> "on-hold";
      case PAID -> "processing";
      case CANCELLED -> "cancelled";
    };
  }

  private static List<Object> coupons(SimOrder order) {
    long discount = order.extras().discountCents();
    return discount == 0
        ? List.of()
        : List.of(object("id", id(order) * 10 + 7, "code", "fern10", "discount", decimal(discount)));
  }

  private static List<Object> taxes(SimOrder order) {
    if (order.taxCents() == 0) {
      return List.of();
    }
    Buyer.Town town = order.buyer().town();
    return List.of(object(
        "id", id(order) * 10 + 8, "rate_code", town.country() + "-" + town.region() + "-TAX-1", "rate_id", 1, "label",
        "Tax", "compound", false, "tax_total", decimal(order.taxCents()), "shipping_tax_total", "0.00",
        "rate_percent", BigDecimal.valueOf(town.taxBasisPoints(), 2)));
  }

  private static List<Object> lines(SimOrder order) {
    List<Object> lines = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      SimOrder.Line line = order.lines().get(i);
      long total = line.cents() - order.share(order.extras().discountCents(), i);
      String tax = decimal(order.share(order.taxCents(), i));
      lines.add(
          object(
              "id", id(order) * 10 + i, "name", line.title(), "product_id", 400 + Math.abs(line.sku().hashCode() % 900),
              "variation_id", 0, "quantity", line.units(), "tax_class", "", "subtotal", decimal(line.cents()),
              "subtotal_tax", tax, "total", decimal(total), "total_tax", tax, "taxes",
              order.taxCents() == 0 ? List.of() : List.of(object("id", 1, "total", tax, "subtotal", tax)), "meta_data",
              List.of(), "sku", line.sku(), "price",
              BigDecimal.valueOf(total, 2).divide(BigDecimal.valueOf(line.units()), 6, RoundingMode.HALF_UP)));
    }
    return lines;
  }

  private static Map<String, Object> address(Buyer buyer, boolean billing) {
    Buyer.Town town = buyer.town();
    Map<String, Object> address =
        object(
            "first_name", buyer.first(), "last_name", buyer.last(), "company", "", "address_1", buyer.street(),
            "address_2", "", "city", town.city(), "state", town.region(), "postcode", town.postalCode(), "country",
            town.country(), "phone", "");
    if (billing) {
      address.put("email", buyer.email());
    }
    return address;
  }
}
