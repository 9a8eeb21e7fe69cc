package dev.crossdock.routing.criteria.marginleast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class MarginLeastTest {

  private static MarginLeast least(int percent, Unknown unknown) {
    return new MarginLeast(percent, 15, 50, 10, unknown);
  }

  @Test
  void whatIsLeftIsKnownBefore() {
    Scene scene = Scene.plain().line("A", 2, 2_000).stock("A", 2).costs("EUR", 200, 25).quote("Day", "EUR", 700, null);

    assertThat(scene.in("DE", null).judged(least(60, Unknown.OUT))).isEmpty();
    assertThat(scene.in("GB", null).judged(least(60, Unknown.OUT)))
        .isEqualTo("leaves 20.00 EUR of 40.00 EUR, less than 60 % | if it cost 4.00 EUR less");
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
