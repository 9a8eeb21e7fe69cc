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
import org.jspecify.annotations.Nullable;

/** The items of an order of 2026-01-01. */
final class Items2026 {

  private final JsonCursor item;
  private final Currency currency;

  private Items2026(JsonCursor item, Currency currency) {
    this.item = item;
    this.currency = currency;
  }

  static List<AmazonItem> of(JsonCursor order, Currency currency, boolean cancelled, boolean pending) {
    Set<String> ids = new HashSet<>();
    List<AmazonItem> items = new ArrayList<>();
    for (JsonCursor each : order.at("orderItems").lines()) {
      items.add(new Items2026(each, currency).read(cancelled, pending));
      if (!ids.add(each.at("orderItemId").id())) {
        throw each.at("orderItemId").refused(Rule.DUPLICATE_KEY, "Two items of the order have the same id.");
      }
    }
    if (items.isEmpty()) {
      throw order.at("orderItems").refused(Rule.MISSING, "An order needs at least one item.");
    }
    return items;
  }

  private AmazonItem read(boolean cancelled, boolean pending) {
    JsonCursor product = item.at("product");
    JsonCursor price = product.at("price").at("unitPrice");
    Money unitPrice = price.present() ? MoneyFields.V2026.orZero(price, currency) : null;
    Units units = units(cancelled, pending);
    return new AmazonItem(
        item.at("orderItemId").id(),
        AmazonItem.sku(product.at("sellerSku"), product.at("asin")),
        AmazonItem.title(product.at("title")),
        units,
        unitPrice,
        amounts(unitPrice, units));
  }

  /**
   * Units that are neither shipped nor to be shipped were cancelled, where Amazon also says that a cancellation was
   * carried out. A pending item may be counted nowhere yet.
   */
  private Units units(boolean orderCancelled, boolean pending) {
    int ordered = item.at("quantityOrdered").units(0);
    JsonCursor fulfilment = item.at("fulfillment");
    int shipped = AmazonItem.shipped(fulfilment.at("quantityFulfilled"), Math.max(1, ordered));
    if (ordered == 0) {
      return AmazonItem.NOTHING_LEFT;
    }
    JsonCursor open = fulfilment.at("quantityUnfulfilled");
    boolean carriedOut = item.at("cancellation").at("cancellationExecution").present();
    if (orderCancelled || (carriedOut && !pending)) {
      int unfulfilled = open.present() && !orderCancelled ? open.units(0) : 0;
      return new Units(ordered, Math.max(0, ordered - shipped - unfulfilled), shipped);
    }
    return new Units(ordered, 0, shipped);
  }

  private ItemAmounts amounts(@Nullable Money unitPrice, Units units) {
    Map<Extra, Money> amounts = new EnumMap<>(Extra.class);
    Breakdown taxes = new Breakdown(currency);
    Breakdown discounts = new Breakdown(currency);
    Money goods = null;
    for (JsonCursor part : item.at("proceeds").at("breakdowns").items()) {
      String type = part.at("type").text(100);
      switch (type) {
        case "ITEM" -> goods = plus(goods, MoneyFields.V2026.orZero(part.at("subtotal"), currency));
        case "TAX" -> taxes.add(part);
        case "DISCOUNT" -> discounts.add(part);
        default -> {
          Money amount = MoneyFields.V2026.orZero(part.at("subtotal"), currency);
          amounts.merge(Breakdown.extra(type), amount, Money::plus);
        }
      }
    }
    if (goods == null) {
      goods = untold(unitPrice, units);
    }
    Money zero = Money.zero(currency);
    Map<Extra, Part> extras = new EnumMap<>(Extra.class);
    for (Extra extra : Extra.values()) {
      Money amount = amounts.getOrDefault(extra, zero);
      extras.put(extra, new Part(amount, taxes.of(extra), discounts.of(extra), zero));
    }
    return new ItemAmounts(goods, taxes.ofTheItem(), discounts.ofTheItem(), zero, extras, channelRemits());
  }

  /** What the item costs where Amazon leaves out all sums; where it states some, an item it does not state is free. */
  private Money untold(@Nullable Money unitPrice, Units units) {
    return unitPrice == null || item.at("proceeds").present()
        ? Money.zero(currency)
        : item.at("quantityOrdered").times(unitPrice, units.ordered());
  }

  /** A deemed reseller's VAT (IOSS, UOSS) is collected by Amazon just like a marketplace facilitator's tax. */
  private boolean channelRemits() {
    JsonCursor tax = item.at("tax");
    boolean facilitator =
        tax.at("taxCollections").items().stream()
            .anyMatch(each -> AmazonTexts.word(each.at("model")).equals("MARKETPLACE_FACILITATOR"));
    return facilitator
        || tax.at("taxCalculationBreakdowns").items().stream()
            .anyMatch(each -> Set.of("IOSS", "UOSS").contains(AmazonTexts.word(each.at("reportingScheme"))));
  }

  private static Money plus(@Nullable Money sum, Money amount) {
    return sum == null ? amount : sum.plus(amount);
  }
}
