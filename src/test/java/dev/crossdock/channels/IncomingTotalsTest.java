package dev.crossdock.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.IncomingCharge.Kind;
import dev.crossdock.channels.IncomingLine.FulfilledBy;
import dev.crossdock.platform.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IncomingTotalsTest {

  private static final Currency USD = Currency.getInstance("USD");

  @Test
  void addsWhatTheBuyerPaysFor() {
    IncomingTotals totals = IncomingTotals.of(order("27.05", false, "20.00")).orElseThrow();

    assertThat(totals.goods()).isEqualTo(usd("20.00"));
    assertThat(totals.discounts()).isEqualTo(usd("3.00"));
    assertThat(totals.charges()).isEqualTo(usd("8.00"));
    assertThat(totals.taxes()).isEqualTo(usd("2.05"));
    assertThat(totals.expected()).isEqualTo(usd("27.05"));
    assertThat(totals.addUp()).isTrue();
  }

  @Test
  void leavesOutTaxesThatPricesInclude() {
    assertThat(IncomingTotals.of(order("25.00", true, "20.00")).orElseThrow().addUp()).isTrue();
  }

  @Test
  void allowsOneMinorUnitForEachLineAndCharge() {
    assertThat(IncomingTotals.of(order("27.07", false, "20.00")).orElseThrow().addUp()).isTrue();
    assertThat(IncomingTotals.of(order("27.03", false, "20.00")).orElseThrow().addUp()).isTrue();
    IncomingTotals off = IncomingTotals.of(order("27.08", false, "20.00")).orElseThrow();
    assertThat(off.addUp()).isFalse();
    assertThat(off.difference()).isEqualTo(usd("-0.03"));
  }

  @Test
  void saysNothingWhileAmountsAreHeldBack() {
    assertThat(IncomingTotals.of(order(null, false, "20.00"))).isEmpty();
    assertThat(IncomingTotals.of(order("27.05", false, null))).isEmpty();
  }

  /** One line less 1.00, shipping 10.00 less 2.00, an order discount of 2.00, taxes 1.25 and 0.80. */
  private static IncomingOrder order(@Nullable String total, boolean inclusive, @Nullable String subtotal) {
    Money price = subtotal == null ? null : usd(subtotal);
    IncomingLine line =
        new IncomingLine(
            "1", "A", "A", IncomingLine.Kind.GOODS, FulfilledBy.MERCHANT, 1, 0, 0, price, price, usd("1.00"),
            List.of(new IncomingTax("tax", null, usd("1.25"), false)), List.of(), null);
    IncomingCharge shipping =
        new IncomingCharge(
            Kind.SHIPPING, "Post", usd("10.00"), usd("2.00"),
            List.of(new IncomingTax("tax", null, usd("0.80"), false)));
    Instant at = Instant.parse("2026-11-20T15:00:00Z");
    return new IncomingOrder(
        "1", "1", at, at, null, false, false, false, null, USD, IncomingOrder.Payment.PAID, IncomingOrder.Delivery.SHIP,
        null, IncomingParty.UNKNOWN, null, null, List.of(line), List.of(shipping),
        List.of(new IncomingOrder.Discount("ten", usd("2.00"))), List.of(usd("5.00")),
        total == null ? null : usd(total), null, null, null, inclusive, null, null, null, Set.of());
  }

  private static Money usd(String amount) {
    return Money.of(new BigDecimal(amount), USD);
  }
}
