package dev.crossdock.sandbox.drills.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crossdock.sandbox.Shop;
import dev.crossdock.sandbox.Traffic.Trouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {

  private static final int MANY = 20_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 2026})
  void troubleComesAsOftenAsItSays(long seed) {
    Mix mix = Mix.of(3, seed);

    assertThat(share(mix, Trouble.TWICE)).as("seed " + seed).isCloseTo(0.02, within(0.004));
    assertThat(share(mix, Trouble.UPDATE_FIRST)).as("seed " + seed).isCloseTo(0.01, within(0.003));
    assertThat(share(mix, Trouble.UNMAPPED)).as("seed " + seed).isCloseTo(0.01, within(0.003));
  }

  @Test
  void usesTheChannelsItIsGiven() {
    assertThat(LongStream.range(0, 10).mapToObj(Mix.of(1, 1)::shop)).containsOnly(Shop.SHOPIFY);
    assertThat(LongStream.range(0, 10).mapToObj(Mix.of(2, 1)::shop)).contains(Shop.SHOPIFY, Shop.WOOCOMMERCE);
    assertThat(LongStream.range(0, 10).mapToObj(Mix.of(3, 1)::shop)).contains(Shop.values());
  }

  private static double share(Mix mix, Trouble trouble) {
    return LongStream.range(0, MANY).filter(n -> mix.trouble(n) == trouble).count() / (double) MANY;
  }
}
