package dev.crossdock.routing.criteria.shipsbulky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShipsBulkyTest {

  @Test
  void bulkyGoodsNeedAPlaceThatShipsThem() {
    ItemFacts sofa = new ItemFacts(60_000, 2_200, null, Temperature.AMBIENT, true, null, Set.of());
    Scene scene = Scene.plain().line("SOFA", 1, 90_000, sofa).stock("SOFA", 1);

    assertThat(scene.judged(new ShipsBulky())).isEmpty();
    assertThat(scene.goods(Set.of(), Set.of(), false).judged(new ShipsBulky()))
        .isEqualTo("ships nothing as bulky as SOFA | if it shipped bulky goods");
    assertThat(scene.stock("SOFA", 0).judged(new ShipsBulky())).isEmpty();
  }
}
