package dev.crossdock.routing.criteria.incountry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InCountryTest {

  @Test
  void someCountriesOrTheOrdersOwn() {
    assertThat(Scene.plain().judged(new InCountry(Set.of("GB", "IE"), Unknown.OUT))).isEmpty();
    assertThat(Scene.plain().judged(new InCountry(Set.of("FR", "DE"), Unknown.OUT)))
        .isEqualTo("is in GB, not in DE or FR | if GB were named");
    assertThat(Scene.plain().judged(new InCountry(Set.of(), Unknown.OUT)))
        .isEqualTo("is in GB, and the order goes to DE | if the order went to GB");
    assertThat(Scene.plain().in("DE", null).judged(new InCountry(Set.of(), Unknown.OUT))).isEmpty();
  }

  @Test
  void withoutACountry() {
    Scene scene = Scene.plain().to(null, null, null);

    assertThat(scene.judged(new InCountry(Set.of(), Unknown.STAY))).startsWith("stays: is in GB");
    assertThat(scene.judged(new InCountry(Set.of(), Unknown.OUT))).endsWith("| if the order had a country");
  }
}
