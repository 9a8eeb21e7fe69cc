package dev.crossdock.sandbox;

import static dev.crossdock.sandbox.Native.decimal;
import static dev.crossdock.sandbox.Native.object;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders as Amazon's Orders API 2026-01-01 writes them, and the notifications that only name them. */
final class AmazonShape {

  private static final String MARKETPLACE = "ATVPDKIKX0DER";

  private AmazonShape() {}

  static String orderId(SimOrder order) {
    String digits = String.format("%017d", order.id());
    return digits.substring(0, 3) + "-" + digits.substring(3, 10) + "-" + digits.substring(10);
  }

  static Map<String, Object> order(SimOrder order) {
    boolean pending = order.state() == SimOrder.State.PENDING;
    Map<String, Object> json =
        object(
            "orderId", orderId(order),
            "createdTime", order.placed().toString(),
            "lastUpdatedTime", order.updated().toString(),
            "programs", List.of("PRIME"),
            "salesChannel",
            object("channelName", "AMAZON", "marketplaceId", MARKETPLACE, "marketplaceName", "Amazon.com"),
            "fulfillment", fulfillment(order));
    if (!pending) {
      json.put("buyer", object("buyerName", order.buyer().name(), "buyerEmail", "b" + order.id() + "@marketplace.example"));
      json.put("recipient", object("deliveryAddress", address(order.buyer())));
      json.put("proceeds", object("grandTotal", money(order.goodsCents() + order.shippingCents() + order.taxCents())));
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
        "fulfilledBy", order.fulfilledByChannel() ? "AMAZON" : "MERCHANT",
        "fulfillmentServiceLevel", "STANDARD",
        "shipByWindow",
        object(
            "earliestDateTime", order.placed().toString(), "latestDateTime",
            order.placed().plus(Duration.ofHours(30)).toString()),
        "deliverByWindow",
        object(
            "earliestDateTime", order.placed().plus(Duration.ofDays(2)).toString(), "latestDateTime",
            order.placed().plus(Duration.ofDays(5)).toString()));
  }

  private static List<Object> items(SimOrder order, boolean pending) {
    List<Object> items = new ArrayList<>();
    long taxLeft = order.taxCents();
    for (int i = 0; i < order.lines().size(); i++) {
      SimOrder.Line line = order.lines().get(i);
      boolean last = i == order.lines().size() - 1;
      long tax = last ? taxLeft : order.taxCents() * line.cents() / Math.max(1, order.goodsCents());
      taxLeft -= tax;
      items.add(item(order, i, line, tax, i == 0 ? order.shippingCents() : 0, pending));
    }
    return items;
  }

  private static Map<String, Object> item(
      SimOrder order, int index, SimOrder.Line line, long tax, long shipping, boolean pending) {
    boolean cancelled = order.state() == SimOrder.State.CANCELLED;
    Map<String, Object> product =
        object("asin", "B0" + Integer.toString(Math.abs(line.sku().hashCode()), 36).toUpperCase(java.util.Locale.ROOT),
            "title", line.title(), "sellerSku", line.sku(), "condition", object("conditionType", "NEW"));
    Map<String, Object> item =
        object(
            "orderItemId", Long.toString(order.id() * 10 + index),
            "quantityOrdered", cancelled ? 0 : line.units(),
            "product", product,
            "fulfillment",
            object("quantityFulfilled", 0, "quantityUnfulfilled", cancelled ? 0 : line.units()));
    if (!pending) {
      product.put("price", object("unitPrice", money(line.unitCents())));
      List<Object> breakdowns = new ArrayList<>();
      breakdowns.add(object("type", "ITEM", "subtotal", money(line.cents())));
      breakdowns.add(
          object(
              "type", "TAX", "subtotal", money(tax), "detailedBreakdowns",
              List.of(object("subtype", "ITEM", "value", money(tax)))));
      if (shipping > 0) {
        breakdowns.add(object("type", "SHIPPING", "subtotal", money(shipping)));
      }
      item.put("proceeds", object("proceedsTotal", money(line.cents() + tax + shipping), "breakdowns", breakdowns));
      item.put("tax", object("taxCollections",
          List.of(object("model", "MARKETPLACE_FACILITATOR", "responsibleParty", "Amazon Services, Inc."))));
    }
    return item;
  }

  private static Map<String, Object> address(Buyer buyer) {
    return object(
        "name", buyer.name(), "addressLine1", buyer.street(), "city", buyer.city(), "stateOrRegion", buyer.region(),
        "postalCode", buyer.postalCode(), "countryCode", buyer.country(), "addressType", "RESIDENTIAL");
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
                "SellerId", "A1FERNFLINT",
                "AmazonOrderId", orderId(order),
                "OrderChangeType", "OrderStatusChange",
                "OrderChangeTrigger", object("TimeOfOrderChange", order.updated().toString(), "ChangeReason", "Other"),
                "Summary", object("MarketplaceId", MARKETPLACE, "OrderStatus", "Unshipped"))),
        "NotificationMetadata",
        object(
            "ApplicationId", "amzn1.sellerapps.app.demo", "SubscriptionId", "demo", "PublishTime",
            order.updated().toString(), "NotificationId", id.toString()));
  }
}
