package dev.crossdock.routing.criteria.stockage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class StockAgeTest {

  @Test
  void oldUnitsGoFirst() {
    Scene scene = Scene.plain().line("A", 3).line("B", 1).age("A", 100).age("B", 20);

    assertThat(scene.rated(new StockAge(365, 0)))
        .isEqualTo("285 | has units that have lain there for 80 days on average");
    assertThat(scene.age("A", 5_000).age("B", 400).rated(new StockAge(365, 0))).startsWith("0 | ");
    assertThat(Scene.plain().line("A", 1).rated(new StockAge(365, 10))).startsWith("355 | ");
    assertThat(Scene.plain().rated(new StockAge(365, 10))).startsWith("355 | ");
  }
}
