package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.json.JsonCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Programmes, flags and messages of an order of v0. */
final class TagsV0 {

  private static final Map<String, String> FLAGS =
      Map.of(
          "IsPrime", "prime",
          "IsBusinessOrder", "business",
          "IsPremiumOrder", "premium",
          "IsReplacementOrder", "replacement",
          "IsISPU", "in-store-pick-up",
          "IsAccessPointOrder", "access-point",
          "IsIBA", "iba",
          "IsSoldByAB", "iba",
          "HasRegulatedItems", "regulated",
          "IsGlobalExpressEnabled", "global-express");

  private TagsV0() {}

  static Set<String> of(JsonCursor order, List<JsonCursor> items, String status) {
    Set<String> tags = new HashSet<>();
    FLAGS.forEach((field, tag) -> addIf(tags, tag, AmazonTexts.flag(order.at(field))));
    addIf(tags, "fba", AmazonTexts.word(order.at("FulfillmentChannel")).equals("AFN"));
    addIf(tags, "unfulfillable", status.equals("Unfulfillable"));
    addIf(tags, "cash-on-delivery", AmazonTexts.word(order.at("PaymentMethod")).equals("COD"));
    addIf(tags, "preorder", AmazonTexts.word(order.at("OrderType")).equals("Preorder"));
    addIf(tags, "amazon-easy-ship", order.at("EasyShipShipmentStatus").present());
    AmazonTexts.addTag(tags, "replaces", order.at("ReplacedOrderId"));
    AmazonTexts.addTag(tags, "marketplace", order.at("MarketplaceId"));
    String sellerOrder = AmazonTexts.word(order.at("SellerOrderId"));
    if (!sellerOrder.equals(AmazonTexts.word(order.at("AmazonOrderId")))) {
      AmazonTexts.addTag(tags, "seller-order", order.at("SellerOrderId"));
    }
    String service = AmazonTexts.tag(order.at("ShipmentServiceLevelCategory"));
    addIf(tags, "service:" + service, !service.isEmpty());
    items.forEach(item -> ofItem(tags, item));
    return tags;
  }

  /** What people wrote or wish: the order's purchase number, how to deliver, gift messages. Personal data. */
  static @Nullable String note(JsonCursor order, List<JsonCursor> items, JsonCursor address) {
    JsonCursor wish = address.at("DeliveryPreferences");
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(AmazonTexts.labelled("Purchase order", order.at("BuyerInfo").at("PurchaseOrderNumber")));
    parts.add(AmazonTexts.labelled("Leave at", wish.at("DropOffLocation")));
    parts.add(AmazonTexts.labelled("Delivery", wish.at("AddressInstructions")));
    for (JsonCursor item : items) {
      parts.add(AmazonTexts.labelled("Gift message", item.at("BuyerInfo").at("GiftMessageText")));
    }
    return AmazonTexts.note(parts);
  }

  private static void ofItem(Set<String> tags, JsonCursor item) {
    JsonCursor wishes = item.at("BuyerRequestedCancel").at("IsBuyerRequestedCancel");
    addIf(tags, "buyer-requested-cancel", AmazonTexts.flag(wishes));
    addIf(tags, "gift", AmazonTexts.flag(item.at("IsGift")));
    addIf(tags, "transparency", AmazonTexts.flag(item.at("IsTransparency")));
    addIf(tags, "points-granted", item.at("PointsGranted").present());
    addIf(tags, "signature-required", item.at("ShippingConstraints").at("SignatureConfirmation").present());
    addIf(tags, "age-check-required", item.at("ShippingConstraints").at("RecipientAgeVerification").present());
    AmazonTexts.addTag(tags, "ioss", item.at("IossNumber"));
    item.at("PromotionIds").items().forEach(promotion -> AmazonTexts.addTag(tags, "promotion", promotion));
    for (JsonCursor program : item.at("AmazonPrograms").at("Programs").items()) {
      String tag = AmazonTexts.tag(program);
      addIf(tags, tag, !tag.isEmpty());
    }
  }

  private static void addIf(Set<String> tags, String tag, boolean condition) {
    if (condition) {
      tags.add(tag);
    }
  }
}
