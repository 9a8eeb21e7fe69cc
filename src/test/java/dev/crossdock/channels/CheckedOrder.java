package dev.crossdock.channels;

import dev.crossdock.platform.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every order an adapter hands over must hold, whatever the channel sent. */
final class CheckedOrder {

  private static final int KEY_CHARS_MAX = 200;

  private final IncomingOrder order;
  private final List<String> problems = new ArrayList<>();

  private CheckedOrder(IncomingOrder order) {
    this.order = order;
  }

  /** What is wrong with the order; empty when it is sound. */
  static List<String> problems(IncomingOrder order) {
    CheckedOrder checked = new CheckedOrder(order);
    checked.keys();
    checked.amounts();
    checked.lines();
    return checked.problems;
  }

  private void keys() {
    demand(isKey(order.externalId()), "the order's id");
    demand(isKey(order.externalNumber()), "the order's number");
    demand(order.groupId() == null || isKey(order.groupId()), "the group's id");
    demand(!order.lines().isEmpty(), "an order has lines");
    demand(order.tags().stream().allMatch(CheckedOrder::isKey), "tags");
    demand(order.shipTo() == null || order.delivery() == IncomingOrder.Delivery.SHIP, "an address only to ship to");
    demand(storable(order.note()), "a storable note");
    demand(storable(order.buyer().name()), "a storable name");
  }

  private void amounts() {
    demand(order.pending() || order.total() != null, "a released order has a total");
    notNegative(order.total(), "total");
    notNegative(order.paid(), "paid");
    notNegative(order.refunded(), "refunded");
    order.giftCards().forEach(card -> notNegative(card, "gift card"));
    for (IncomingOrder.Discount discount : order.discounts()) {
      notNegative(discount.amount(), "discount");
    }
    for (IncomingCharge charge : order.charges()) {
      notNegative(charge.amount(), "charge");
      notNegative(charge.discount(), "discount of a charge");
      charge.taxes().forEach(tax -> inCurrency(tax.amount(), "tax"));
    }
  }

  private void lines() {
    Set<String> ids = new HashSet<>();
    order.lines().forEach(line -> demand(ids.add(line.externalId()) && isKey(line.externalId()), "a line's own id"));
    for (IncomingLine line : order.lines()) {
      demand(line.ordered() >= 1, "units ordered");
      demand(line.cancelled() >= 0 && line.cancelled() <= line.ordered(), "units cancelled");
      demand(line.shipped() >= 0 && line.shipped() <= line.ordered() - line.cancelled(), "units shipped");
      demand(line.channelSku() == null || !line.channelSku().isBlank(), "a SKU or none");
      demand(order.pending() || line.subtotal() != null, "a released line has a price");
      notNegative(line.unitPrice(), "unit price");
      notNegative(line.subtotal(), "subtotal");
      notNegative(line.discount(), "line discount");
      line.taxes().forEach(tax -> inCurrency(tax.amount(), "tax"));
      String parent = line.parentExternalId();
      demand(parent == null || (ids.contains(parent) && !parent.equals(line.externalId())), "a bundle's line");
      demand(line.unitIds().isEmpty() || line.unitIds().size() == line.ordered(), "an id for each unit");
    }
  }

  private void notNegative(@Nullable Money amount, String what) {
    demand(amount == null || amount.minor() >= 0, what + " is not negative");
    inCurrency(amount, what);
  }

  private void inCurrency(@Nullable Money amount, String what) {
    demand(amount == null || amount.currency().equals(order.currency()), what + " is in the order's currency");
  }

  private void demand(boolean held, String what) {
    if (!held) {
      problems.add(what);
    }
  }

  private static boolean isKey(String text) {
    return !text.isBlank() && text.length() <= KEY_CHARS_MAX && storable(text);
  }

  private static boolean storable(@Nullable String text) {
    return text == null || (text.indexOf('\0') < 0 && text.codePoints().noneMatch(CheckedOrder::isHalf));
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
