package dev.crossdock.routing.criteria.keepstemperature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeepsTemperatureTest {

  @Test
  void coldGoodsNeedACoolPlace() {
    ItemFacts ice = new ItemFacts(500, 100, null, Temperature.FROZEN, false, null, Set.of());
    Scene scene = Scene.plain().line("ICE", 1, 900, ice).line("A", 1).stock("ICE", 1).stock("A", 1);

    assertThat(scene.judged(new KeepsTemperature())).isEqualTo("can't keep ICE frozen | if it kept goods frozen");
    assertThat(scene.goods(Set.of(), Set.of(Temperature.CHILLED), true).judged(new KeepsTemperature()))
        .startsWith("can't keep ICE frozen");
    assertThat(scene.goods(Set.of(), Set.of(Temperature.FROZEN), true).judged(new KeepsTemperature())).isEmpty();
    assertThat(scene.goods(Set.of(), Set.of(), true).stock("ICE", 0).judged(new KeepsTemperature())).isEmpty();
  }
}
