package dev.crossdock.routing.criteria.coversline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class CoversLineTest {

  @Test
  void oneWholeLineIsEnough() {
    Scene scene = Scene.plain().line("A", 5).line("B", 2);

    assertThat(scene.judged(new CoversLine())).isEqualTo("has no line whole | with 5 more units of A");
    assertThat(scene.stock("A", 2).stock("B", 1).judged(new CoversLine()))
        .isEqualTo("has no line whole | with 1 more unit of B");
    assertThat(scene.stock("B", 2).judged(new CoversLine())).isEmpty();
    assertThat(Scene.plain().judged(new CoversLine())).isEmpty();
  }
}
