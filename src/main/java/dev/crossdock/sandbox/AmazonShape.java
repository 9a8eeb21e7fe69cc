package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.wire.Native.decimal;
import static dev.crossdock.sandbox.wire.Native.object;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Orders as Amazon's Orders API 2026-01-01 writes them, and the notifications that only name them. */
final class AmazonShape {

  static final String SELLER = "A1FERNFLINT";
  static final String MARKETPLACE = "ATVPDKIKX0DER";
  private static final Duration SHIP_BY = Duration.ofHours(30);
  private static final Duration DELIVER_BY = Duration.ofDays(5);

  private AmazonShape() {}

  /** Numbers follow no pattern that people could see, and are unique for the first ten million orders. */
  static String orderId(SimOrder order) {
    long middle = order.number() * 7_654_321 % 10_000_000;
    long last = (order.number() * 3_141_593 + 2_718_281) % 10_000_000;
    return String.format("114-%07d-%07d", middle, last);
  }

  static Map<String, Object> order(SimOrder order) {
    boolean pending = order.state() == SimOrder.State.PENDING;
    Map<String, Object> json =
        object(
            "orderId", orderId(order),
            "createdTime", order.placed().toString(),
            "lastUpdatedTime", order.updated().toString(),
            "programs", order.service() == SimOrder.Service.BY_CHANNEL ? List.of("PRIME") : List.of(),
            "salesChannel",
            object("channelName", "AMAZON", "marketplaceId", MARKETPLACE, "marketplaceName", "Amazon.com"),
            "fulfillment", fulfillment(order));
    if (!pending) {
      String proxy = Long.toString(order.number() * 104_729 + 1_679_616, 36) + "@marketplace.amazon.example";
      json.put("buyer", object("buyerName", order.buyer().name(), "buyerEmail", proxy));
      json.put("recipient", object("deliveryAddress", address(order.buyer())));
      json.put("proceeds", object("grandTotal", money(order.totalCents())));
    }
    json.put("orderItems", items(order, pending));
    return json;
  }

  private static Map<String, Object> fulfillment(SimOrder order) {
    return object(
        "fulfillmentStatus",
        switch (order.state()) {
          case PENDING -> "PENDING";
          case PAID -> "UNSHIPPED";
          case CANCELLED -> "CANCELLED";
        },
        "fulfilledBy", order.service() == SimOrder.Service.BY_CHANNEL ? "AMAZON" : "MERCHANT",
        "fulfillmentServiceLevel", "STANDARD",
        "shipByWindow", window(order.placed(), SHIP_BY),
        "deliverByWindow", window(order.placed().plus(SHIP_BY), DELIVER_BY.minus(SHIP_BY)));
  }

  private static Map<String, Object> window(Instant from, Duration length) {
    return object("earliestDateTime", from.toString(), "latestDateTime", from.plus(length).toString());
  }

  private static List<Object> items(SimOrder order, boolean pending) {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      items.add(item(order, i, pending));
    }
    return items;
  }

  private static Map<String, Object> item(SimOrder order, int index, boolean pending) {
    SimOrder.Line line = order.lines().get(index);
    int open = order.state() == SimOrder.State.CANCELLED ? 0 : line.units();
    String asin = "B0" + Long.toString(78_364_164_096L + Math.abs(line.sku().hashCode()), 36);
    Map<String, Object> product =
        object(
            "asin", asin.substring(0, 10).toUpperCase(Locale.ROOT), "title", line.title(), "sellerSku", line.sku(),
            "condition", object("conditionType", "NEW"));
    Map<String, Object> item =
        object(
            "orderItemId", Long.toString(90_000_000_000_000L + order.number() * 10 + index),
            "quantityOrdered", line.units(),
            "product", product,
            "fulfillment", object("quantityFulfilled", 0, "quantityUnfulfilled", open));
    if (!pending) {
      product.put("price", object("unitPrice", money(line.unitCents())));
      item.put("proceeds", proceeds(order, index));
      item.put(
          "tax",
          object(
              "taxCollections",
              List.of(object("model", "MARKETPLACE_FACILITATOR", "responsibleParty", "Amazon Services, Inc."))));
    }
    return item;
  }

  private static Map<String, Object> proceeds(SimOrder order, int index) {
    long goods = order.lines().get(index).cents();
    long tax = order.share(order.taxCents(), index);
    long shipping = index == 0 ? order.extras().shippingCents() : 0;
    List<Object> parts = new ArrayList<>();
    parts.add(object("type", "ITEM", "subtotal", money(goods)));
    if (tax > 0) {
      parts.add(
          object(
              "type", "TAX", "subtotal", money(tax), "detailedBreakdowns",
              List.of(object("subtype", "ITEM", "value", money(tax)))));
    }
    if (shipping > 0) {
      parts.add(object("type", "SHIPPING", "subtotal", money(shipping)));
    }
    return object("proceedsTotal", money(goods + tax + shipping), "breakdowns", parts);
  }

  private static Map<String, Object> address(Buyer buyer) {
    Buyer.Town town = buyer.town();
    return object(
        "name", buyer.name(), "addressLine1", buyer.street(), "city", town.city(), "stateOrRegion", town.region(),
        "postalCode", town.postalCode(), "countryCode", town.country(), "addressType", "RESIDENTIAL");
  }

  private static Map<String, Object> money(long cents) {
    return object("amount", decimal(cents), "currencyCode", "USD");
  }

  /** What Amazon's queue would deliver for a change of the order. */
  static Map<String, Object> notification(SimOrder order, UUID id) {
    return object(
        "NotificationVersion", "1.0",
        "NotificationType", "ORDER_CHANGE",
        "PayloadVersion", "1.0",
        "EventTime", order.updated().toString(),
        "Payload",
        object(
            "OrderChangeNotification",
            object(
                "NotificationLevel", "OrderLevel",
                "SellerId", SELLER,
                "AmazonOrderId", orderId(order),
                "OrderChangeType", "OrderStatusChange",
                "OrderChangeTrigger", object("TimeOfOrderChange", order.updated().toString(), "ChangeReason", "Other"),
                "Summary", object("MarketplaceId", MARKETPLACE, "OrderStatus", status(order.state())))),
        "NotificationMetadata",
        object(
            "ApplicationId", "amzn1.sellerapps.app.demo", "SubscriptionId", "demo", "PublishTime",
            order.updated().toString(), "NotificationId", id.toString()));
  }

  private static String status(SimOrder.State state) {
    return switch (state) {
      case PENDING -> "Pending";
      case PAID -> "Unshipped";
      case CANCELLED -> "Canceled";
    };
  }
}
