package dev.crossdock.routing.criteria.shipstocountry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class ShipsToCountryTest {

  @Test
  void aLocationNamesItsCountries() {
    assertThat(Scene.plain().judged(new ShipsToCountry(Unknown.OUT))).isEmpty();
    assertThat(Scene.plain().shipsTo("DE", "FR").judged(new ShipsToCountry(Unknown.OUT))).isEmpty();
    assertThat(Scene.plain().shipsTo("GB").judged(new ShipsToCountry(Unknown.OUT)))
        .isEqualTo("does not ship to DE | if it shipped to DE");
  }

  @Test
  void withoutACountry() {
    Scene scene = Scene.plain().shipsTo("GB").to(null, null, null);

    assertThat(scene.judged(new ShipsToCountry(Unknown.STAY))).startsWith("stays: ships to some countries only");
    assertThat(scene.judged(new ShipsToCountry(Unknown.OUT))).endsWith("| if the order had a country");
  }
}
