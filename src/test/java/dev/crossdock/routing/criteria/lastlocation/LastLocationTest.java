package dev.crossdock.routing.criteria.lastlocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class LastLocationTest {

  @Test
  void theSameLocationIsBest() {
    assertThat(Scene.plain().rated(new LastLocation())).isEqualTo("0 | is as good as any for a new buyer");
    assertThat(Scene.plain().last("LEEDS").rated(new LastLocation())).isEqualTo("0 | served the buyer last");
    assertThat(Scene.plain().last("YORK").rated(new LastLocation()))
        .isEqualTo("1 | is not YORK, which served the buyer last");
  }
}
