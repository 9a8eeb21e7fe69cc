package dev.crossdock.sandbox;

import java.time.Instant;
import java.util.List;

/** An order as a simulated channel keeps it, before it is put into that channel's format. Amounts are US cents. */
record SimOrder(
    long id,
    Instant placed,
    Instant updated,
    Buyer buyer,
    List<Line> lines,
    long shippingCents,
    long discountCents,
    State state,
    boolean fulfilledByChannel) {

  /** A line of it. */
  record Line(String sku, String title, int units, long unitCents) {

    long cents() {
      return units * unitCents;
    }
  }

  /** How far it has come at the channel. */
  enum State {
    PENDING,
    PAID,
    CANCELLED
  }

  SimOrder in(State next, Instant at) {
    return new SimOrder(id, placed, at, buyer, lines, shippingCents, discountCents, next, fulfilledByChannel);
  }

  SimOrder of(List<Line> others) {
    return new SimOrder(id, placed, updated, buyer, others, shippingCents, discountCents, state, fulfilledByChannel);
  }

  SimOrder to(Buyer other) {
    return new SimOrder(id, placed, updated, other, lines, shippingCents, discountCents, state, fulfilledByChannel);
  }

  SimOrder shippedByChannel() {
    return new SimOrder(id, placed, updated, buyer, lines, shippingCents, discountCents, state, true);
  }

  long goodsCents() {
    return lines.stream().mapToLong(Line::cents).sum();
  }

  /** 8 % on goods after discount, as the channels compute it. */
  long taxCents() {
    return Math.round((goodsCents() - discountCents) * 0.08);
  }

  long totalCents() {
    return goodsCents() - discountCents + shippingCents + taxCents();
  }
}
