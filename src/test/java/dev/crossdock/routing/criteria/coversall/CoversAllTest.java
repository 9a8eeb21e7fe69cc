package dev.crossdock.routing.criteria.coversall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class CoversAllTest {

  @Test
  void everyUnitMustBeThere() {
    assertThat(Scene.plain().line("A", 3).stock("A", 3).judged(new CoversAll())).isEmpty();
    assertThat(Scene.plain().line("A", 3).stock("A", 1).judged(new CoversAll()))
        .isEqualTo("has only 1 of 3 units | with 2 more units");
    assertThat(Scene.plain().line("A", 1).judged(new CoversAll())).isEqualTo("has none of 1 unit | with 1 more unit");
    assertThat(Scene.plain().judged(new CoversAll())).isEmpty();
  }

  @Test
  void unitsThatTwoLinesWantAreCountedOnce() {
    assertThat(Scene.plain().line("A", 2).line("A", 2).stock("A", 3).judged(new CoversAll()))
        .isEqualTo("has only 3 of 4 units | with 1 more unit");
  }

  @Test
  void aKitNeedsAllItsComponents() {
    Scene scene = Scene.plain().kit("KIT", 2, new Component("A", 1), new Component("B", 2)).stock("A", 5);

    assertThat(scene.stock("B", 4).judged(new CoversAll())).isEmpty();
    assertThat(scene.stock("B", 3).judged(new CoversAll())).isEqualTo("has only 1 of 2 units | with 1 more unit");
    assertThat(scene.line("B", 2).judged(new CoversAll())).isEqualTo("has only 2 of 4 units | with 2 more units");
  }
}
