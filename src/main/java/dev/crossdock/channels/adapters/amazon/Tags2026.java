package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Programmes, flags and messages of an order of 2026-01-01. */
final class Tags2026 {

  private Tags2026() {}

  static boolean isPickup(JsonCursor order) {
    return order.at("programs").items().stream()
        .anyMatch(program -> AmazonTexts.tag(program).equals("in-store-pick-up"));
  }

  static Set<String> of(JsonCursor order, String status) {
    Set<String> tags = new HashSet<>();
    for (JsonCursor program : order.at("programs").items()) {
      String tag = AmazonTexts.tag(program);
      tags.add(tag.equals("amazon-business") ? "business" : tag);
    }
    AmazonTexts.addTag(tags, "marketplace", order.at("salesChannel").at("marketplaceId"));
    String service = AmazonTexts.tag(order.at("fulfillment").at("fulfillmentServiceLevel"));
    tags.add(service.isEmpty() ? "" : "service:" + service);
    if (AmazonTexts.word(order.at("fulfillment").at("fulfilledBy")).equals("AMAZON")) {
      tags.add("fba");
    }
    if (status.equals("UNFULFILLABLE")) {
      tags.add("unfulfillable");
    }
    if (AmazonTexts.word(address(order).at("addressType")).equals("PICKUP_POINT")) {
      tags.add("access-point");
    }
    if (cashOnDelivery(order)) {
      tags.add("cash-on-delivery");
    }
    order.at("orderAliases").items().forEach(alias -> AmazonTexts.addTag(tags, "seller-order", alias.at("aliasId")));
    order.at("associatedOrders").items().forEach(other -> associated(tags, other));
    order.at("orderItems").items().forEach(item -> ofItem(tags, item));
    tags.remove("");
    return tags;
  }

  static boolean cashOnDelivery(JsonCursor order) {
    boolean executed =
        order.at("payment").at("paymentExecutions").items().stream()
            .anyMatch(each -> Set.of("CashOnDelivery", "COD").contains(AmazonTexts.word(each.at("paymentMethod"))));
    return executed
        || order.at("orderItems").items().stream()
            .anyMatch(item -> constraints(item).at("cashOnDelivery").present());
  }

  /** What people wrote or wish: the order's purchase number, how to deliver, gift messages. Personal data. */
  static @Nullable String note(JsonCursor order) {
    JsonCursor wish = order.at("recipient").at("deliveryPreference");
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(AmazonTexts.labelled("Purchase order", order.at("buyer").at("buyerPurchaseOrderNumber")));
    parts.add(AmazonTexts.labelled("Leave at", wish.at("dropOffLocation")));
    parts.add(AmazonTexts.labelled("Delivery", wish.at("addressInstruction")));
    for (JsonCursor item : order.at("orderItems").items()) {
      JsonCursor gift = item.at("fulfillment").at("packing").at("giftOption");
      parts.add(AmazonTexts.labelled("Gift message", gift.at("giftMessage")));
    }
    return AmazonTexts.note(parts);
  }

  private static void associated(Set<String> tags, JsonCursor other) {
    String type = AmazonTexts.word(other.at("associationType"));
    if (type.equals("REPLACEMENT_ORIGINAL_ID") || type.equals("EXCHANGE_ORIGINAL_ID")) {
      tags.add(type.startsWith("REPLACEMENT") ? "replacement" : "exchange");
      AmazonTexts.addTag(tags, "replaces", other.at("orderId"));
    }
  }

  private static void ofItem(Set<String> tags, JsonCursor item) {
    item.at("programs").items().forEach(program -> tags.add(AmazonTexts.tag(program)));
    JsonCursor fulfilment = item.at("fulfillment");
    if (AmazonTexts.word(item.at("cancellation").at("cancellationRequest").at("requester")).equals("BUYER")) {
      tags.add("buyer-requested-cancel");
    }
    AmazonTexts.addTag(tags, "ioss", fulfilment.at("shipping").at("internationalShipping").at("iossNumber"));
    if (fulfilment.at("packing").at("giftOption").present()) {
      tags.add("gift");
    }
    if (constraints(item).at("signatureConfirmation").present()) {
      tags.add("signature-required");
    }
    if (constraints(item).at("recipientAgeVerification").present()) {
      tags.add("age-check-required");
    }
    if (item.at("expense").at("pointsCost").at("pointsGranted").present()) {
      tags.add("points-granted");
    }
    for (JsonCursor promotion : item.at("promotion").at("breakdowns").items()) {
      AmazonTexts.addTag(tags, "promotion", promotion.at("promotionId"));
    }
  }

  private static JsonCursor constraints(JsonCursor item) {
    return item.at("fulfillment").at("shipping").at("shippingConstraints");
  }

  private static JsonCursor address(JsonCursor order) {
    return order.at("recipient").at("deliveryAddress");
  }
}
