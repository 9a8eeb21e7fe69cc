package dev.crossdock.routing.criteria.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void theUsedShareIsTheScore() {
    Scene scene = Scene.plain().capacity(50, 4).load(20, 1);

    assertThat(scene.rated(new Load(Load.Span.DAY))).isEqualTo("40 | has 20 of 50 orders today");
    assertThat(scene.rated(new Load(Load.Span.HOUR))).isEqualTo("25 | has 1 of 4 orders this hour");
    assertThat(Scene.plain().load(20, 1).rated(new Load(Load.Span.DAY))).isEqualTo("0 | has no limit for today");
    assertThat(Scene.plain().capacity(0, null).rated(new Load(Load.Span.DAY))).startsWith("100 | ");
  }
}
