package dev.crossdock.sandbox.drills.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import dev.crossdock.sandbox.drills.intake.Books.Standing;
import dev.crossdock.sandbox.drills.intake.OpenLoop.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountTest {

  private static final Instant DUE = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void eachOrderIsCountedOnceAndTheRightWay() {
    Account account =
        Account.of(
            List.of(told("routed"), told("held"), told("forgotten"), told("lost")),
            Map.of(
                "shopify/routed", new Standing(DUE.plusMillis(80), false, 1),
                "shopify/held", new Standing(DUE.plusMillis(90), true, 1),
                "shopify/forgotten", new Standing(null, false, 1)),
            2);

    assertThat(account.orders()).isEqualTo(3);
    assertThat(account.parked()).as("one held order and two messages put aside").isEqualTo(3);
    assertThat(account.lost()).isEqualTo(1);
    assertThat(account.unrouted()).isEqualTo(1);
    assertThat(account.doubled()).isZero();
    assertThat(account.routed().count()).isEqualTo(1);
    assertThat(account.routed().millis(0.5)).isEqualTo(80);
    assertThat(account.isWhole()).isFalse();
  }

  @Test
  void whatIsThereTwiceOrWasNeverToldIsDoubled() {
    Map<String, Standing> standing = new TreeMap<>();
    standing.put("shopify/a", new Standing(DUE, false, 2));
    standing.put("shopify/stranger", new Standing(DUE, false, 1));

    Account account = Account.of(List.of(told("a")), standing, 0);

    assertThat(account.doubled()).isEqualTo(2);
    assertThat(account.isWhole()).isFalse();
  }

  @Test
  void aRoutedOrderIsWhole() {
    Account account =
        Account.of(List.of(told("a")), Map.of("shopify/a", new Standing(DUE.minusMillis(1), false, 1)), 0);

    assertThat(account.isWhole()).isTrue();
    assertThat(account.routed().millis(1)).as("clocks of two processes may differ by a little").isZero();
  }

  private static Told told(String id) {
    return new Told(Shop.SHOPIFY, id, Trouble.NONE, DUE);
  }
}
