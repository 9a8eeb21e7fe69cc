package dev.crossdock.routing.criteria.carrieravailable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CarrierAvailableTest {

  @Test
  void someServiceMustTakeIt() {
    Scene scene = Scene.plain().line("A", 1);

    assertThat(scene.judged(new CarrierAvailable(Set.of())))
        .isEqualTo("has no rate card for this parcel | if a rate card covered it");
    scene.quote("Day", "EUR", 300, null);
    assertThat(scene.judged(new CarrierAvailable(Set.of()))).isEmpty();
    assertThat(scene.judged(new CarrierAvailable(Set.of("post")))).isEmpty();
    assertThat(scene.judged(new CarrierAvailable(Set.of("DHL", "UPS"))))
        .isEqualTo("has no rate card of DHL or UPS for this parcel | if a rate card covered it");
    assertThat(scene.neverWorks().judged(new CarrierAvailable(Set.of()))).endsWith("| if it worked");
  }
}
