package dev.crossdock.routing.criteria.inprogramme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InProgrammeTest {

  private final InProgramme prime = new InProgramme("prime", Set.of("SFP", "prime"));

  @Test
  void primeComesFromPrimeLocations() {
    assertThat(Scene.plain().judged(prime)).isEmpty();
    Scene scene = Scene.plain().channel("amazon", "Prime");
    assertThat(scene.judged(prime)).isEqualTo(
        "does not take part in SFP or prime, and the order is tagged prime | if it took part in SFP or prime");
    assertThat(scene.programmes(Set.of("sfp"), Set.of()).judged(prime)).isEmpty();
    assertThat(scene.programmes(Set.of("WFS"), Set.of()).judged(prime)).isNotEmpty();
  }
}
