package dev.crossdock.channels.adapters.amazon;

import dev.crossdock.channels.adapters.amazon.AmazonItem.Units;
import dev.crossdock.channels.adapters.amazon.ItemAmounts.Part;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.channels.adapters.json.Rule;
import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The items of an order of v0. Every amount is for all units of the item together. */
final class ItemsV0 {

  private final JsonCursor item;
  private final Currency currency;

  private ItemsV0(JsonCursor item, Currency currency) {
    this.item = item;
    this.currency = currency;
  }

  /** The items of all pages, which must be of this order. */
  static List<JsonCursor> join(JsonCursor order, List<JsonCursor> pages) {
    String id = order.at("AmazonOrderId").id();
    List<JsonCursor> all = new ArrayList<>();
    for (JsonCursor page : pages) {
      String owner = page.at("AmazonOrderId").idOrNull();
      if (owner != null && !owner.equals(id)) {
        throw page.at("AmazonOrderId").refused(Rule.OUT_OF_RANGE, "These items belong to another order.");
      }
      all.addAll(page.at("OrderItems").lines());
      if (all.size() > JsonCursor.LINES_MAX) {
        throw page.at("OrderItems").refused(Rule.TOO_MANY_LINES, "More than " + JsonCursor.LINES_MAX + " items.");
      }
    }
    if (all.isEmpty()) {
      throw order.refused(Rule.MISSING, "An order needs at least one item.");
    }
    return all;
  }

  static List<AmazonItem> of(List<JsonCursor> raw, Currency currency, boolean cancelled) {
    Set<String> ids = new HashSet<>();
    List<AmazonItem> items = new ArrayList<>();
    for (JsonCursor each : raw) {
      items.add(new ItemsV0(each, currency).read(cancelled));
      if (!ids.add(each.at("OrderItemId").id())) {
        throw each.at("OrderItemId").refused(Rule.DUPLICATE_KEY, "Two items of the order have the same id.");
      }
    }
    return items;
  }

  private AmazonItem read(boolean cancelled) {
    return new AmazonItem(
        item.at("OrderItemId").id(),
        AmazonItem.sku(item.at("SellerSKU"), item.at("ASIN")),
        AmazonItem.title(item.at("Title")),
        units(cancelled),
        null,
        amounts());
  }

  /** A cancelled item stays on the list with nothing ordered; a cancelled order may keep its numbers. */
  private Units units(boolean cancelled) {
    int ordered = item.at("QuantityOrdered").units(0);
    int shipped = AmazonItem.shipped(item.at("QuantityShipped"), ordered);
    if (ordered == 0) {
      return AmazonItem.NOTHING_LEFT;
    }
    return new Units(ordered, cancelled ? ordered - shipped : 0, shipped);
  }

  private ItemAmounts amounts() {
    JsonCursor gift = item.at("BuyerInfo");
    JsonCursor none = item.at("");
    Map<Extra, Part> extras = new EnumMap<>(Extra.class);
    extras.put(
        Extra.SHIPPING,
        part(
            item.at("ShippingPrice"),
            item.at("ShippingTax"),
            item.at("ShippingDiscount"),
            item.at("ShippingDiscountTax")));
    extras.put(Extra.GIFT_WRAP, part(gift.at("GiftWrapPrice"), gift.at("GiftWrapTax"), none, none));
    extras.put(Extra.COD_FEE, part(item.at("CODFee"), none, item.at("CODFeeDiscount"), none));
    return new ItemAmounts(
        MoneyFields.V0.orZero(item.at("ItemPrice"), currency),
        MoneyFields.V0.orZero(item.at("ItemTax"), currency),
        MoneyFields.V0.size(item.at("PromotionDiscount"), currency),
        MoneyFields.V0.size(item.at("PromotionDiscountTax"), currency),
        extras,
        channelRemits());
  }

  private Part part(JsonCursor amount, JsonCursor tax, JsonCursor discount, JsonCursor discountTax) {
    return new Part(
        MoneyFields.V0.orZero(amount, currency),
        MoneyFields.V0.orZero(tax, currency),
        MoneyFields.V0.size(discount, currency),
        MoneyFields.V0.size(discountTax, currency));
  }

  /** A deemed reseller's VAT (IOSS, UOSS) is collected by Amazon just like a marketplace facilitator's tax. */
  private boolean channelRemits() {
    boolean facilitator = AmazonTexts.word(item.at("TaxCollection").at("Model")).equals("MarketplaceFacilitator");
    return facilitator || item.at("DeemedResellerCategory").present();
  }
}
