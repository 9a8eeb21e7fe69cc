package dev.crossdock.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Merchant;
import org.junit.jupiter.api.Test;

class UnderwayTest {

  private static final ChannelRef ONE = new ChannelRef("shopify", "shop", "1");
  private static final ChannelRef OTHER = new ChannelRef("shopify", "shop", "2");

  private final Underway underway = new Underway();

  @Test
  void anOrderIsWithOneBatchUntilThatEnds() {
    Underway.Batch first = underway.batch(Merchant.MAIN);
    Underway.Batch second = underway.batch(Merchant.MAIN);
    assertThat(first.takes(ONE)).isTrue();
    assertThat(first.takes(ONE)).as("told twice in one batch").isTrue();
    assertThat(second.takes(ONE)).isFalse();
    assertThat(second.takes(OTHER)).isTrue();

    first.close();
    assertThat(second.takes(ONE)).isTrue();
    assertThat(underway.batch(Merchant.MAIN).takes(ONE)).isFalse();
  }

  @Test
  void aBatchThatGotNothingTakesNothingAwayWhenItEnds() {
    Underway.Batch first = underway.batch(Merchant.MAIN);
    assertThat(first.takes(ONE)).isTrue();
    try (Underway.Batch second = underway.batch(Merchant.MAIN)) {
      assertThat(second.takes(ONE)).isFalse();
    }
    assertThat(underway.batch(Merchant.MAIN).takes(ONE)).isFalse();
  }

  @Test
  void merchantsDoNotMeet() {
    assertThat(underway.batch(Merchant.MAIN).takes(ONE)).isTrue();
    assertThat(underway.batch(new Merchant(2)).takes(ONE)).isTrue();
  }
}
