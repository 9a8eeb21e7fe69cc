package dev.crossdock.routing.criteria.marginleast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class MarginLeastTest {

  private static MarginLeast least(int percent, Unknown unknown) {
    return new MarginLeast(percent, 15, 50, 10, unknown, false);
  }

  @Test
  void whatIsLeftIsKnownBefore() {
    Scene scene = Scene.plain().line("A", 2, 2_000).stock("A", 2).costs("EUR", 200, 25).quote("Day", "EUR", 700, null);

    assertThat(scene.in("DE", null).judged(least(60, Unknown.OUT))).isEmpty();
    assertThat(scene.in("GB", null).judged(least(60, Unknown.OUT)))
        .isEqualTo("leaves 20.00 EUR of 40.00 EUR, less than 60 % | if it cost 4.00 EUR less");
  }

  @Test
  void whatTheGoodsCostIsCountedWhereThatIsWished() {
    Scene scene = Scene.plain().in("DE", null).line("A", 2, 2_000).stock("A", 2).quote("Day", "EUR", 700, null);
    MarginLeast least = new MarginLeast(20, 15, 50, 10, Unknown.OUT, true);

    assertThat(scene.judged(least))
        .isEqualTo("would ship A, of which nobody knows the cost | if that were known");
    assertThat(scene.cost("A", 500, "USD").judged(least))
        .isEqualTo("would ship A, which has its cost in USD | if that were known");
    assertThat(scene.cost("A", 900, "EUR").judged(least)).isEmpty();
    assertThat(scene.cost("A", 1_300, "EUR").judged(least))
        .isEqualTo("leaves 0.50 EUR of 40.00 EUR, less than 20 % | if it cost 7.50 EUR less");
  }

  @Test
  void whatIsNotKnownIsNamed() {
    Scene scene = Scene.plain().line("A", 2, 2_000).stock("A", 2);

    assertThat(scene.judged(least(0, Unknown.STAY))).isEqualTo("stays: has no rate card for this parcel");
    scene.quote("Day", "EUR", 700, null).costs("GBP", 1, 1);
    assertThat(scene.judged(least(0, Unknown.OUT)))
        .isEqualTo("has its costs in another currency | if that were known");
    assertThat(Scene.plain().line("A", 1, 0).judged(least(0, Unknown.OUT))).startsWith("would ship what has no price");
  }
}
