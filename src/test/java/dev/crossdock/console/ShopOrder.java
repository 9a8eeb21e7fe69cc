package dev.crossdock.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An order as Shopify's webhooks tell it, with believable people and sums that add up. */
final class ShopOrder {

  private final long id;
  private final Instant placed;
  private final List<String> lines = new ArrayList<>();
  private String first = "Ada";
  private String last = "Lovelace";
  private String street = "Hauptstraße 5";
  private String city = "Berlin";
  private String zip = "10827";
  private String status = "paid";
  private String tags = "";
  private BigDecimal goods = BigDecimal.ZERO;
  private BigDecimal off = BigDecimal.ZERO;
  private BigDecimal wrong = BigDecimal.ZERO;

  ShopOrder(long id, Instant placed) {
    this.id = id;
    this.placed = placed;
  }

  ShopOrder line(String sku, String title, int units, String price) {
    BigDecimal each = new BigDecimal(price);
    goods = goods.add(each.multiply(BigDecimal.valueOf(units)));
    lines.add("""
        {"id": %d, "variant_id": 1, "sku": "%s", "name": "%s", "title": "%s", "quantity": %d, "current_quantity": %d,
         "fulfillable_quantity": %d, "price": "%s", "requires_shipping": true, "gift_card": false,
         "fulfillment_service": "manual", "total_discount": "0.00", "discount_allocations": [], "tax_lines": []}
        """.formatted(id * 100 + lines.size(), sku, title, title, units, units, units, price));
    return this;
  }

  ShopOrder buyer(String firstName, String lastName) {
    first = firstName;
    last = lastName;
    return this;
  }

  ShopOrder to(String line, String postalCode, String town) {
    street = line;
    zip = postalCode;
    city = town;
    return this;
  }

  ShopOrder status(String financial) {
    status = financial;
    return this;
  }

  ShopOrder tags(String words) {
    tags = words;
    return this;
  }

  ShopOrder discount(String amount) {
    off = new BigDecimal(amount);
    return this;
  }

  /** The channel's own total is off by so much. */
  ShopOrder offBy(String amount) {
    wrong = new BigDecimal(amount);
    return this;
  }

  String number() {
    return "#" + id;
  }

  String json() {
    BigDecimal shipping = new BigDecimal("4.90");
    BigDecimal total = goods.subtract(off).add(shipping);
    String tax = total.multiply(new BigDecimal("19")).divide(new BigDecimal("119"), 2, RoundingMode.HALF_UP).toString();
    String address = """
        {"first_name": "%1$s", "last_name": "%2$s", "name": "%1$s %2$s", "address1": "%3$s", "city": "%4$s",
         "zip": "%5$s", "country": "Germany", "country_code": "DE", "province": null, "phone": "+49 30 1234567",
         "latitude": 52.48, "longitude": 13.36}
        """.formatted(first, last, street, city, zip);
    return """
        {"id": %1$d, "admin_graphql_api_id": "gid://shopify/Order/%1$d", "name": "#%1$d", "order_number": %1$d,
         "email": "%2$s@example.com", "token": "f00dcafe%1$d", "test": false, "created_at": "%3$s",
         "updated_at": "%3$s", "processed_at": "%3$s", "cancelled_at": null, "currency": "EUR",
         "taxes_included": true, "financial_status": "%4$s", "source_name": "web", "tags": "%5$s",
         "total_price": "%6$s", "current_total_price": "%6$s", "subtotal_price": "%7$s", "total_discounts": "%8$s",
         "total_outstanding": "%9$s", "total_tax": "%10$s",
         "discount_codes": [], "discount_applications": %11$s,
         "customer": {"id": 1, "first_name": "%12$s", "last_name": "%13$s", "email": "%2$s@example.com"},
         "billing_address": %14$s, "shipping_address": %14$s,
         "shipping_lines": [{"id": 5, "title": "DHL Standard", "code": "dhl", "price": "%15$s",
           "discounted_price": "%15$s", "discount_allocations": [], "tax_lines": []}],
         "tax_lines": [{"title": "VAT", "rate": 0.19, "price": "%10$s", "channel_liable": false}],
         "refunds": [], "fulfillments": [],
         "line_items": [%16$s]}
        """.formatted(id, first.toLowerCase(java.util.Locale.ROOT), placed, status, tags,
        total.add(wrong).toPlainString(), goods.subtract(off).toPlainString(), off.toPlainString(),
        status.equals("paid") ? "0.00" : total.toPlainString(), tax, discounts(), first, last, address,
        shipping.toPlainString(), String.join(",", lines));
  }

  private String discounts() {
    return off.signum() == 0 ? "[]" : """
        [{"type": "discount_code", "title": "AUTUMN", "code": "AUTUMN", "value": "%s", "value_type": "fixed_amount",
          "allocation_method": "across", "target_selection": "all", "target_type": "line_item"}]
        """.formatted(off.toPlainString());
  }
}
