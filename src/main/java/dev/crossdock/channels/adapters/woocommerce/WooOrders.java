package dev.crossdock.channels.adapters.woocommerce;

import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingOrder.Delivery;
import dev.crossdock.channels.IncomingOrder.Payment;
import dev.crossdock.channels.adapters.json.JsonCursor;
import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order of the REST API's third version. Amounts of lines are without tax whatever {@code prices_include_tax} says:
 * that only tells how the shop's owner types prices in.
 */
final class WooOrders {

  private static final int NUMBER_CHARS_MAX = 100;
  private static final int PLACE_CHARS_MAX = 200;
  private static final String PICKUP_LOCATION = "pickup_location";
  private static final Set<String> PICKUP_METHODS = Set.of("local_pickup", PICKUP_LOCATION);

  private WooOrders() {}

  static IncomingOrder order(JsonCursor order, WooStatus status, WooRefunds refunds) {
    Currency currency = order.at("currency").currency();
    WooTaxes taxes = WooTaxes.of(order, currency);
    List<IncomingLine> lines = WooLines.of(order, currency, taxes, new WooLines.Fate(status, refunds));
    List<Money> giftCards = giftCards(order, currency);
    Money total = total(order, currency, giftCards);
    Money refunded = refunded(order, currency);
    Payment payment = status.payment(order, total, refunded);
    Delivery delivery = delivery(order, lines);
    return new IncomingOrder(
        order.at("id").id(),
        number(order),
        changedAt(order),
        order.at("date_created_gmt").instantInUtc(),
        parent(order),
        false,
        status.stage() == WooStatus.Stage.WAITING,
        status.stage() == WooStatus.Stage.CANCELLED || status.stage() == WooStatus.Stage.REFUNDED,
        status.stage() == WooStatus.Stage.REFUNDED ? "refunded" : null,
        currency,
        payment,
        delivery,
        delivery == Delivery.PICKUP ? pickupAt(order) : null,
        WooPeople.buyer(order),
        delivery == Delivery.SHIP ? WooPeople.shipTo(order) : null,
        WooPeople.address(order.at("billing")),
        lines,
        WooCharges.of(order, currency, taxes),
        WooCharges.discounts(order, currency),
        giftCards,
        total,
        isPaid(payment) ? total : null,
        refunded,
        total,
        false,
        null,
        null,
        WooNotes.of(order),
        tags(order, status));
  }

  /** Plugins number orders by their own rules, without gaps or by year. */
  private static String number(JsonCursor order) {
    String number = order.at("number").textOrNull(NUMBER_CHARS_MAX);
    return number == null ? order.at("id").id() : number;
  }

  /** An order nobody has touched since it was made may lack the time of its last change. */
  static Instant changedAt(JsonCursor order) {
    JsonCursor modified = order.at("date_modified_gmt");
    return modified.present() ? modified.instantInUtc() : order.at("date_created_gmt").instantInUtc();
  }

  /** Plugins that split one cart over sellers, and renewals of a subscription, name the order they stem from. */
  private static @Nullable String parent(JsonCursor order) {
    String parent = order.at("parent_id").idOrNull();
    return parent == null || parent.equals("0") ? null : parent;
  }

  private static List<Money> giftCards(JsonCursor order, Currency currency) {
    List<Money> cards = new ArrayList<>();
    for (JsonCursor card : order.at("gift_cards").itemsAlsoKeyed()) {
      cards.add(card.at("amount").positive(currency));
    }
    return cards;
  }

  /** The shop states what is left to pay after gift cards; we count those as a payment. */
  private static Money total(JsonCursor order, Currency currency, List<Money> giftCards) {
    Money total = order.at("total").positive(currency);
    for (Money card : giftCards) {
      total = total.plus(card);
    }
    return total;
  }

  /** Refunds are stated as negative totals, by some plugins as positive ones. */
  private static Money refunded(JsonCursor order, Currency currency) {
    Money refunded = Money.zero(currency);
    for (JsonCursor refund : order.at("refunds").itemsAlsoKeyed()) {
      Money total = refund.at("total").moneyOrZero(currency);
      refunded = refunded.plus(total.minor() < 0 ? total.negated() : total);
    }
    return refunded;
  }

  private static Delivery delivery(JsonCursor order, List<IncomingLine> lines) {
    if (lines.stream().noneMatch(line -> line.kind() == IncomingLine.Kind.GOODS)) {
      return Delivery.NONE;
    }
    for (JsonCursor shipping : order.at("shipping_lines").itemsAlsoKeyed()) {
      String method = shipping.at("method_id").textOrNull(NUMBER_CHARS_MAX);
      if (method != null && PICKUP_METHODS.contains(method)) {
        return Delivery.PICKUP;
      }
    }
    return Delivery.SHIP;
  }

  /** The checkout's own pickup names its location beside the method; the older one has no locations. */
  private static @Nullable String pickupAt(JsonCursor order) {
    for (JsonCursor shipping : order.at("shipping_lines").itemsAlsoKeyed()) {
      for (JsonCursor meta : shipping.at("meta_data").itemsAlsoKeyed()) {
        if (PICKUP_LOCATION.equals(meta.at("key").noteOrNull(NUMBER_CHARS_MAX))) {
          return meta.at("value").noteOrNull(PLACE_CHARS_MAX);
        }
      }
    }
    return null;
  }

  private static boolean isPaid(Payment payment) {
    return switch (payment) {
      case PAID, PARTIALLY_REFUNDED, REFUNDED -> true;
      case NONE, PENDING, AUTHORISED, PARTIALLY_PAID, FAILED, EXPIRED, ON_TERMS -> false;
    };
  }

  private static Set<String> tags(JsonCursor order, WooStatus status) {
    Set<String> tags = new HashSet<>();
    tags.add("status:" + status.word());
    addTag(tags, "source:", order.at("created_via").textOrNull(NUMBER_CHARS_MAX));
    addTag(tags, "payment:", order.at("payment_method").textOrNull(NUMBER_CHARS_MAX));
    return tags;
  }

  private static void addTag(Set<String> tags, String word, @Nullable String value) {
    if (value != null) {
      tags.add(word + value);
    }
  }
}
