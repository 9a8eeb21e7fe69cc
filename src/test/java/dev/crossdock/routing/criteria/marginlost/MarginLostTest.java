package dev.crossdock.routing.criteria.marginlost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class MarginLostTest {

  @Test
  void whatIsLostIsTheScoreAndWhatIsLeftIsTold() {
    Scene scene = Scene.plain().in("DE", null).line("A", 2, 2_000).costs("EUR", 200, 25).quote("Day", "EUR", 700, null);

    assertThat(scene.rated(new MarginLost(15, 10, 5_000, 50, 0))).isEqualTo("1670 | leaves 23.30 EUR of 40.00 EUR");
    assertThat(scene.in("GB", null).rated(new MarginLost(0, 0, 5_000, 0, 200)))
        .isEqualTo("8950 | leaves -49.50 EUR of 40.00 EUR");
  }

  @Test
  void whatIsNotKnownIsNamed() {
    assertThat(Scene.plain().line("A", 1, 0).rated(new MarginLost(15, 0, 5_000, 0, 0))).isEqualTo(
        "5000 | costs 50.00 EUR, and nobody knows what was paid; it has no rate card for this parcel");
  }
}
