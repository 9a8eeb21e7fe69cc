package dev.crossdock.routing.criteria.licensedgoods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LicensedGoodsTest {

  @Test
  void medicineComesFromAPharmacy() {
    ItemFacts pill = new ItemFacts(10, 50, null, Temperature.AMBIENT, false, null, Set.of("rx"));
    LicensedGoods rx = new LicensedGoods("RX", Set.of("pharmacy"));
    Scene scene = Scene.plain().line("PILL", 1, 900, pill).line("A", 1).stock("PILL", 1).stock("A", 1);

    assertThat(scene.judged(rx))
        .isEqualTo("may not ship PILL (RX) without being tagged pharmacy | if it were tagged pharmacy");
    assertThat(scene.tags("Pharmacy").judged(rx)).isEmpty();
    assertThat(scene.tags().stock("PILL", 0).judged(rx)).isEmpty();
  }
}
