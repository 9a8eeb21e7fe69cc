package dev.crossdock.sandbox;

import java.time.Instant;
import java.util.List;

/**
 * An order as a simulated channel keeps it, before it is put into that channel's format. Amounts are US cents.
 *
 * @param number counts the merchant's orders over all channels, from 1
 */
record SimOrder(
    long number,
    Instant placed,
    Instant updated,
    Buyer buyer,
    List<Line> lines,
    Extras extras,
    State state,
    Service service) {

  SimOrder {
    lines = List.copyOf(lines);
  }

  /** A line of it. */
  record Line(String sku, String title, int units, long unitCents) {

    long cents() {
      return units * unitCents;
    }
  }

  /**
   * What is paid besides the goods.
   *
   * @param unexplainedCents in the total and nowhere else, as plugins do it
   */
  record Extras(long shippingCents, long discountCents, long tipCents, long unexplainedCents) {

    Extras tip(long cents) {
      return new Extras(shippingCents, discountCents, cents, unexplainedCents);
    }

    Extras discount(long cents) {
      return new Extras(shippingCents, cents, tipCents, unexplainedCents);
    }

    Extras unexplained(long cents) {
      return new Extras(shippingCents, discountCents, tipCents, cents);
    }
  }

  /** How far it has come at the channel. */
  enum State {
    PENDING,
    PAID,
    CANCELLED
  }

  /** How the goods reach the buyer. */
  enum Service {
    /** The merchant ships. */
    SHIP,
    /** The channel ships, from its own warehouse. */
    BY_CHANNEL,
    /** The buyer carried them out of the store. */
    TILL
  }

  SimOrder in(State next, Instant at) {
    return new SimOrder(number, placed, at, buyer, lines, extras, next, service);
  }

  SimOrder to(Buyer other, Instant at) {
    return new SimOrder(number, placed, at, other, lines, extras, state, service);
  }

  SimOrder with(Extras others) {
    return new SimOrder(number, placed, updated, buyer, lines, others, state, service);
  }

  SimOrder with(List<Line> others) {
    return new SimOrder(number, placed, updated, buyer, others, extras, state, service);
  }

  SimOrder by(Service other) {
    return new SimOrder(number, placed, updated, buyer, lines, extras, state, other);
  }

  long goodsCents() {
    return lines.stream().mapToLong(Line::cents).sum();
  }

  /** On goods after discount, at the rate of where the buyer lives, as the channels compute it. */
  long taxCents() {
    long taxed = goodsCents() - extras.discountCents();
    return (taxed * buyer.town().taxBasisPoints() + 5_000) / 10_000;
  }

  /** The share of a line in an amount on the whole order; the last line takes what rounding leaves. */
  long share(long cents, int index) {
    long goods = Math.max(1, goodsCents());
    if (index < lines.size() - 1) {
      return cents * lines.get(index).cents() / goods;
    }
    long left = cents;
    for (Line line : lines.subList(0, index)) {
      left -= cents * line.cents() / goods;
    }
    return left;
  }

  long totalCents() {
    return goodsCents() - extras.discountCents() + extras.shippingCents() + extras.tipCents() + taxCents()
        + extras.unexplainedCents();
  }
}
