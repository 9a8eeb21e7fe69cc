package dev.crossdock.channels.adapters.shopify;

import dev.crossdock.channels.AccountSettings;
import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingOrder.Delivery;
import dev.crossdock.channels.adapters.json.JsonCursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order in the REST shape that webhooks carry. The plain amounts are in the shop's currency; those that count are
 * the ones before returns ({@code total_price}, {@code quantity}), because removed units are told apart from ordered.
 */
final class ShopifyOrders {

  private static final int NAME_CHARS_MAX = 100;
  private static final int PLACE_CHARS_MAX = 200;
  private static final int TAGS_MAX = 250;

  private ShopifyOrders() {}

  static IncomingOrder order(JsonCursor order, AccountSettings account) {
    order.object();
    Currency currency = order.at("currency").currency();
    List<IncomingCharge> charges = ShopifyCharges.of(order, currency);
    List<IncomingLine> lines =
        ShopifyTaxes.spread(order, currency, ShopifyLines.of(order, currency, account), charges);
    Delivery delivery = delivery(order, lines);
    String id = order.at("id").id();
    String number = order.at("name").textOrNull(NAME_CHARS_MAX);
    ShopifyPayments payments = new ShopifyPayments(order, currency);
    return new IncomingOrder(
        id,
        number == null ? id : number,
        order.at("updated_at").instant(),
        placedAt(order),
        null,
        order.at("test").flag(),
        false,
        order.at("cancelled_at").instantOrNull() != null,
        order.at("cancel_reason").textOrNull(NAME_CHARS_MAX),
        currency,
        payments.payment(),
        delivery,
        pickupAt(order, delivery),
        ShopifyPeople.buyer(order),
        delivery == Delivery.SHIP ? ShopifyPeople.address(order.at("shipping_address")) : null,
        ShopifyPeople.address(order.at("billing_address")),
        lines,
        charges,
        ShopifyDiscounts.onTheOrder(order, currency, lines, charges),
        payments.giftCards(),
        order.at("total_price").positive(currency),
        payments.paid(),
        payments.refunded(),
        payments.buyerTotal(),
        order.at("taxes_included").flag(),
        null, null,
        ShopifyNotes.of(order),
        tags(order));
  }

  /** An order brought over from elsewhere keeps its own date in {@code processed_at}. */
  private static Instant placedAt(JsonCursor order) {
    Instant processed = order.at("processed_at").instantOrNull();
    return processed == null ? order.at("created_at").instant() : processed;
  }

  /**
   * Pickup is named by the shipping line's category, which may be empty; but only a pickup has a shipping line and
   * nowhere to ship to. At the till, goods without a shipping line leave with the buyer.
   */
  private static Delivery delivery(JsonCursor order, List<IncomingLine> lines) {
    if (lines.stream().noneMatch(line -> line.kind() == IncomingLine.Kind.GOODS)) {
      return Delivery.NONE;
    }
    List<JsonCursor> shippingLines = order.at("shipping_lines").items();
    boolean addressed = order.at("shipping_address").present();
    boolean pickup = shippingLines.stream().anyMatch(ShopifyOrders::isPickup);
    if (pickup || (!addressed && !shippingLines.isEmpty())) {
      return Delivery.PICKUP;
    }
    boolean till = "pos".equals(order.at("source_name").textOrNull(NAME_CHARS_MAX));
    return till && !addressed ? Delivery.CARRY_OUT : Delivery.SHIP;
  }

  /** The shipping line of a pickup is named like the location; its code stays when the title is put otherwise. */
  private static @Nullable String pickupAt(JsonCursor order, Delivery delivery) {
    if (delivery != Delivery.PICKUP) {
      return null;
    }
    List<JsonCursor> lines = order.at("shipping_lines").items();
    JsonCursor pickup = lines.stream().filter(ShopifyOrders::isPickup).findFirst().orElse(lines.getFirst());
    String code = pickup.at("code").noteOrNull(PLACE_CHARS_MAX);
    return code == null ? pickup.at("title").noteOrNull(PLACE_CHARS_MAX) : code;
  }

  private static boolean isPickup(JsonCursor shippingLine) {
    String category = shippingLine.at("delivery_category").textOrNull(NAME_CHARS_MAX);
    return category != null && category.startsWith("pickup");
  }

  /** The shop's own labels, and where the order comes from, in the form {@code source:pos}. */
  private static Set<String> tags(JsonCursor order) {
    Set<String> tags = new HashSet<>();
    String labels = order.at("tags").noteOrNull(TAGS_MAX * NAME_CHARS_MAX);
    if (labels != null) {
      Arrays.stream(labels.split(","))
          .map(String::strip)
          .filter(tag -> !tag.isEmpty() && tag.length() <= NAME_CHARS_MAX)
          .limit(TAGS_MAX)
          .forEach(tags::add);
    }
    addTag(tags, "source:", order.at("source_name").textOrNull(NAME_CHARS_MAX));
    addTag(tags, "location:", order.at("location_id").idOrNull());
    return tags;
  }

  private static void addTag(Set<String> tags, String word, @Nullable String value) {
    if (value != null) {
      tags.add(word + value);
    }
  }
}
