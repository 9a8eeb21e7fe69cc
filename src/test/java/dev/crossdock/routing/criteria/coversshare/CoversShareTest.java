package dev.crossdock.routing.criteria.coversshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class CoversShareTest {

  @Test
  void aShareIsCountedInUnitsAndRoundedUp() {
    Scene scene = Scene.plain().line("A", 2).line("B", 1);

    assertThat(scene.stock("A", 1).judged(new CoversShare(50)))
        .isEqualTo("has 1 of 3 units, less than 50 % | with 1 more unit");
    assertThat(scene.stock("A", 2).judged(new CoversShare(50))).isEmpty();
    assertThat(scene.judged(new CoversShare(100)))
        .isEqualTo("has 2 of 3 units, less than 100 % | with 1 more unit");
    assertThat(scene.stock("A", 0).judged(new CoversShare(1)))
        .isEqualTo("has 0 of 3 units, less than 1 % | with 1 more unit");
  }
}
