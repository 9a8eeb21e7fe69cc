package dev.crossdock.routing.criteria.landedcost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class LandedCostTest {

  @Test
  void allThatItCostsIsAddedUp() {
    Scene scene = Scene.plain().in("DE", null).line("A", 2, 2_000).costs("EUR", 200, 25).quote("Day", "EUR", 700, null);

    assertThat(scene.rated(new LandedCost(5_000, 50, 10)))
        .isEqualTo("1000 | costs 10.00 EUR (postage 7.00 EUR, work 3.00 EUR)");
    assertThat(scene.in("GB", null).rated(new LandedCost(5_000, 50, 10)))
        .isEqualTo("1400 | costs 14.00 EUR (postage 7.00 EUR, work 3.00 EUR, duties 4.00 EUR)");
  }

  @Test
  void whatIsNotKnownIsAssumedAndNamed() {
    assertThat(Scene.plain().line("A", 1).rated(new LandedCost(5_000, 0, 0)))
        .isEqualTo("5000 | costs 50.00 EUR (postage 50.00 EUR, work 0.00 EUR); it has no rate card for this parcel");
    assertThat(Scene.plain().line("A", 1).quote("Day", "EUR", 700, null).costs("USD", 200, 25)
        .rated(new LandedCost(5_000, 0, 0)))
        .isEqualTo("700 | costs 7.00 EUR (postage 7.00 EUR, work 0.00 EUR); it has its costs in another currency");
  }
}
