package dev.crossdock.routing.criteria.supplyleft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class SupplyLeftTest {

  @Test
  void theSkuThatRunsOutFirstCounts() {
    Scene scene = Scene.plain().line("A", 2).line("B", 1).stock("A", 42).sold("A", 2).stock("B", 61).sold("B", 1);

    assertThat(scene.rated(new SupplyLeft(90, 1))).isEqualTo("70 | has stock for 20 days afterwards");
    assertThat(scene.rated(new SupplyLeft(20, 1))).isEqualTo("0 | has stock for 20 days or more afterwards");
  }

  @Test
  void whatDoesNotSellLastsForEver() {
    assertThat(Scene.plain().line("A", 1).stock("A", 1).sold("A", 0).rated(new SupplyLeft(90, 1))).startsWith("0 | ");
    assertThat(Scene.plain().line("A", 1).stock("A", 11).rated(new SupplyLeft(90, 0.5)))
        .isEqualTo("70 | has stock for 20 days afterwards");
    assertThat(Scene.plain().line("A", 5).stock("A", 1).sold("A", 1).rated(new SupplyLeft(90, 1)))
        .isEqualTo("90 | has stock for 0 days afterwards");
  }
}
