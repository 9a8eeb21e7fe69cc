package dev.crossdock.routing.trials.internal;

import dev.crossdock.customers.GeoPoint;
import dev.crossdock.customers.Geography;
import dev.crossdock.customers.PostalAddress;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the order of a case. */
final class OrderReader {

  private static final int LINES_MAX = 5_000;
  private static final int COMPONENTS_MAX = 200;
  private static final int UNITS_MAX = 1_000_000;
  private static final int ORDERS_MAX = 1_000_000_000;
  private static final int PRIORITY_MAX = 1_000_000;
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,3})?");

  private final Map<String, ItemFacts> items;
  private final Instant now;

  OrderReader(Map<String, ItemFacts> items, Instant now) {
    this.items = items;
    this.now = now;
  }

  OrderFacts read(Part order) {
    Currency currency = currency(order);
    Instant placedAt = order.instant("placedAt");
    OrderFacts facts =
        new OrderFacts(
            order.text("number", "tried"),
            order.text("channel", "tried"),
            order.text("account", "tried"),
            order.whole("priority", -PRIORITY_MAX, PRIORITY_MAX, 0),
            currency.getCurrencyCode(),
            amount(order, "total", currency),
            placedAt == null ? now : placedAt,
            order.instant("shipBy"),
            order.instant("deliverBy"),
            order.text("pickupAt"),
            order.words("tags"),
            destination(order.part("destination")),
            customer(order.part("customer")),
            order.words("avoided"),
            order.words("pinned"),
            lines(order, currency));
    order.end();
    return facts;
  }

  private static Currency currency(Part order) {
    String code = order.text("currency", "USD");
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      order.wrong("currency", "must be a currency of ISO 4217, such as USD");
      return Currency.getInstance("USD");
    }
  }

  /** A decimal in minor units; null where it is absent or wrong. */
  private static @Nullable Long amount(Part part, String name, Currency currency) {
    String text = part.text(name);
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches() || new BigDecimal(text).scale() > Money.exponent(currency)) {
      part.wrong(name, "must be an amount of " + currency.getCurrencyCode() + " such as 12.34");
      return null;
    }
    return Money.of(new BigDecimal(text), currency).minor();
  }

  private static Destination destination(@Nullable Part part) {
    if (part == null) {
      return Destination.UNKNOWN;
    }
    Double lat = part.decimal("lat", -90, 90);
    Double lon = part.decimal("lon", -180, 180);
    if ((lat == null) != (lon == null)) {
      part.wrong(lat == null ? "lat" : "lon", "must be given together with the other coordinate");
    }
    String country = part.text("country");
    String region = part.text("region");
    String postalCode = part.text("postalCode");
    part.end();
    GeoPoint point =
        Geography.locate(PostalAddress.ofPlace(country, region, null, postalCode, lat, lon)).orElse(null);
    return new Destination(country, region, postalCode, point);
  }

  private static OrderFacts.Customer customer(@Nullable Part part) {
    if (part == null) {
      return OrderFacts.Customer.UNKNOWN;
    }
    OrderFacts.Customer customer =
        new OrderFacts.Customer(
            part.whole("orders", 0, ORDERS_MAX, 0), part.text("lastLocation"), part.isSo("business"));
    part.end();
    return customer;
  }

  private List<LineFacts> lines(Part order, Currency currency) {
    List<LineFacts> lines = new ArrayList<>();
    for (Part line : order.parts("lines", LINES_MAX)) {
      String sku = line.required("sku");
      int units = line.whole("units", 1, UNITS_MAX, 1);
      Long price = amount(line, "unitPrice", currency);
      ItemFacts item = items.getOrDefault(sku, ItemFacts.PLAIN);
      lines.add(new LineFacts(lines.size() + 1, sku, units, price == null ? 0 : price, components(line, sku), item));
      line.end();
    }
    if (lines.isEmpty()) {
      order.wrong("lines", "must have at least one line");
    }
    return lines;
  }

  private static List<Component> components(Part line, String sku) {
    List<Component> components = new ArrayList<>();
    for (Part part : line.parts("components", COMPONENTS_MAX)) {
      components.add(new Component(part.required("sku"), part.whole("units", 1, UNITS_MAX, 1)));
      part.end();
    }
    return components.isEmpty() ? List.of(new Component(sku, 1)) : components;
  }
}
