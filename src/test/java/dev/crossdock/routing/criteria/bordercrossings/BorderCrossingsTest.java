package dev.crossdock.routing.criteria.bordercrossings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.Border;
import org.junit.jupiter.api.Test;

class BorderCrossingsTest {

  @Test
  void aParcelAcrossCountsOne() {
    BorderCrossings customs = new BorderCrossings(Border.CUSTOMS);

    assertThat(Scene.plain().rated(customs)).isEqualTo("1 | is on the other side of a customs border");
    assertThat(Scene.plain().in("FR", null).rated(customs)).isEqualTo("0 | is on this side of a customs border");
    assertThat(Scene.plain().in("ES", "35001").rated(new BorderCrossings(Border.VAT)))
        .isEqualTo("1 | is on the other side of a VAT border");
    assertThat(Scene.plain().to(null, null, null).rated(customs)).startsWith("0 | crosses no border that is known");
  }
}
