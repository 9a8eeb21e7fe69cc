package dev.crossdock.routing.criteria.shipmentworthmost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class ShipmentWorthMostTest {

  @Test
  void whatItHasIsWhatCounts() {
    Scene scene = Scene.plain().line("A", 3, 1_000).stock("A", 2);

    assertThat(scene.judged(new ShipmentWorthMost(2_000, "EUR", Unknown.OUT))).isEmpty();
    assertThat(scene.judged(new ShipmentWorthMost(1_500, "EUR", Unknown.OUT)))
        .isEqualTo("would ship 20.00 EUR, more than 15.00 EUR | if it were 5.00 EUR less");
  }

  @Test
  void otherCurrenciesAndUnknownPrices() {
    ShipmentWorthMost limit = new ShipmentWorthMost(1_000, "EUR", Unknown.STAY);

    assertThat(Scene.plain().currency("USD").line("A", 1, 1).judged(limit)).startsWith("stays: would ship what nobody");
    assertThat(Scene.plain().line("A", 1, 0).judged(limit)).startsWith("stays: would ship what nobody");
    assertThat(Scene.plain().line("A", 1, 0).judged(new ShipmentWorthMost(1_000, "EUR", Unknown.OUT)))
        .endsWith("| if its value in EUR were known");
  }
}
