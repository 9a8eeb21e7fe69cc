package dev.crossdock.testing;

import dev.crossdock.channels.IncomingAddress;
import dev.crossdock.channels.IncomingCharge;
import dev.crossdock.channels.IncomingLine;
import dev.crossdock.channels.IncomingOrder;
import dev.crossdock.channels.IncomingParty;
import dev.crossdock.platform.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds what a channel might tell: {@code anOrder("1001").line("A-1", 2).paid()}. */
public final class AnOrder {

  public static final Currency USD = Currency.getInstance("USD");
  public static final Instant PLACED = Instant.parse("2026-11-20T10:00:00Z");

  private final String externalId;
  private final List<IncomingLine> lines = new ArrayList<>();
  private final List<IncomingCharge> charges = new ArrayList<>();
  private final List<IncomingOrder.Discount> discounts = new ArrayList<>();
  private Instant version = PLACED;
  private Instant placedAt = PLACED;
  private IncomingOrder.Payment payment = IncomingOrder.Payment.PAID;
  private boolean cancelled;
  private boolean pending;
  private @Nullable IncomingAddress shipTo =
      new IncomingAddress(
          "Ada Love", null, "1 Main Street", null, null, "New York", "NY", "10001", "US", null, 40.75, -73.99);
  private IncomingParty buyer = new IncomingParty("Ada Love", null, "ada@example.com", null);
  private @Nullable Long total;
  private boolean collects;
  private @Nullable String pickupAt;
  private @Nullable String note;
  private Set<String> tags = Set.of();

  private AnOrder(String externalId) {
    this.externalId = externalId;
  }

  public static AnOrder anOrder(String externalId) {
    return new AnOrder(externalId);
  }

  /** Units at 10.00 each. */
  public AnOrder line(@Nullable String sku, int units) {
    return line(sku, units, 0, 0, IncomingLine.FulfilledBy.MERCHANT);
  }

  public AnOrder line(
      @Nullable String sku, int units, int cancelledUnits, int shippedUnits, IncomingLine.FulfilledBy by) {
    Money price = new Money(1_000, USD);
    lines.add(
        new IncomingLine(
            "L" + (lines.size() + 1), sku, "Title of " + sku, IncomingLine.Kind.GOODS, by, units, cancelledUnits,
            shippedUnits, price, price.times(units), null, List.of(), List.of(), null));
    return this;
  }

  public AnOrder shipping(long minor) {
    charges.add(
        new IncomingCharge(
            IncomingCharge.Kind.SHIPPING, "Standard", new Money(minor, USD), Money.zero(USD), List.of()));
    return this;
  }

  public AnOrder discount(long minor) {
    discounts.add(new IncomingOrder.Discount("SAVE", new Money(minor, USD)));
    return this;
  }

  public AnOrder at(String instant) {
    version = Instant.parse(instant);
    return this;
  }

  public AnOrder placed(String instant) {
    placedAt = Instant.parse(instant);
    return this;
  }

  public AnOrder payment(IncomingOrder.Payment state) {
    payment = state;
    return this;
  }

  public AnOrder tagged(String... words) {
    tags = Set.of(words);
    return this;
  }

  public AnOrder cancelled() {
    cancelled = true;
    return this;
  }

  public AnOrder pending() {
    pending = true;
    return this;
  }

  public AnOrder shipTo(@Nullable IncomingAddress address) {
    shipTo = address;
    return this;
  }

  public AnOrder buyer(String email) {
    buyer = new IncomingParty("Buyer", null, email, null);
    return this;
  }

  /** Collected by the buyer; null where the channel does not say where. */
  public AnOrder collectedAt(@Nullable String place) {
    collects = true;
    pickupAt = place;
    shipTo = null;
    return this;
  }

  public AnOrder company(String email, String name) {
    buyer = new IncomingParty("Buyer", name, email, null);
    return this;
  }

  public AnOrder note(@Nullable String text) {
    note = text;
    return this;
  }

  /** A total that need not be the sum of the parts. */
  public AnOrder total(long minor) {
    total = minor;
    return this;
  }

  public IncomingOrder build() {
    long sum =
        lines.stream().mapToLong(line -> line.subtotal() == null ? 0 : line.subtotal().minor()).sum()
            + charges.stream().mapToLong(charge -> charge.amount().minor()).sum()
            - discounts.stream().mapToLong(discount -> discount.amount().minor()).sum();
    Money stated = new Money(total == null ? sum : total, USD);
    return new IncomingOrder(
        externalId, "#" + externalId, version, placedAt, null, false, pending, cancelled, null, USD, payment,
        collects ? IncomingOrder.Delivery.PICKUP : IncomingOrder.Delivery.SHIP, pickupAt, buyer,
        shipTo, null, lines, charges, discounts, List.of(), stated, stated, null,
        null, false, null, null, note, tags);
  }
}
