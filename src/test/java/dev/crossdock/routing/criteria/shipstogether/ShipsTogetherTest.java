package dev.crossdock.routing.criteria.shipstogether;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShipsTogetherTest {

  @Test
  void aGroupIsThereOrIsNot() {
    ItemFacts set = new ItemFacts(null, null, null, Temperature.AMBIENT, false, "gift", Set.of());
    Scene scene = Scene.plain().line("A", 1).line("B", 2, 900, set).line("C", 1, 900, set).stock("B", 2);

    assertThat(scene.judged(new ShipsTogether()))
        .isEqualTo("has not all of what ships together as gift | with 1 more unit of C");
    assertThat(scene.stock("C", 1).judged(new ShipsTogether())).isEmpty();
    assertThat(Scene.plain().line("A", 9).judged(new ShipsTogether())).isEmpty();
  }
}
