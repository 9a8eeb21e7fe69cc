package dev.crossdock.routing.criteria.distance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class DistanceTest {

  @Test
  void theWayIsTheScore() {
    assertThat(Scene.plain().km(38.4).rated(new Distance(20_000))).isEqualTo("38.4 | is 38 km away");
    assertThat(Scene.plain().rated(new Distance(20_000)))
        .isEqualTo("20000 | is at a distance that nobody can tell, taken for 20000 km");
    assertThat(Scene.plain().km(Double.NaN).rated(new Distance(7))).startsWith("7 | ");
  }
}
