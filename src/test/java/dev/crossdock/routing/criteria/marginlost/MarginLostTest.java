package dev.crossdock.routing.criteria.marginlost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class MarginLostTest {

  @Test
  void whatIsLostIsTheScoreAndWhatIsLeftIsTold() {
    Scene scene = Scene.plain().in("DE", null).line("A", 2, 2_000).costs("EUR", 200, 25).quote("Day", "EUR", 700, null);

    assertThat(scene.rated(new MarginLost(15, 10, 5_000, 50, 0, false)))
        .isEqualTo("1670 | leaves 23.30 EUR of 40.00 EUR");
    assertThat(scene.in("GB", null).rated(new MarginLost(0, 0, 5_000, 0, 200, false)))
        .isEqualTo("8950 | leaves -49.50 EUR of 40.00 EUR");
  }

  @Test
  void whatTheGoodsCostIsLostTooWhereThatIsWished() {
    Scene scene = Scene.plain().in("DE", null).line("A", 2, 2_000).quote("Day", "EUR", 700, null).cost("A", 300, "EUR");
    MarginLost lost = new MarginLost(15, 10, 5_000, 50, 0, true);

    assertThat(scene.rated(lost)).isEqualTo("2020 | leaves 19.80 EUR of 40.00 EUR");
    assertThat(scene.line("B", 1, 100).rated(lost)).endsWith("; it would ship B, of which nobody knows the cost");
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThat(Scene.plain().line("A", 1, 0).rated(new MarginLost(15, 0, 5_000, 0, 0, false))).isEqualTo(
        "5000 | costs 50.00 EUR, and nobody knows what was paid; it has no rate card for this parcel");
  }
}
