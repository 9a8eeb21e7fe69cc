package dev.crossdock.routing.criteria.onlylastlocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class OnlyLastLocationTest {

  @Test
  void theBuyerKeepsItsLocation() {
    assertThat(Scene.plain().judged(new OnlyLastLocation())).isEmpty();
    assertThat(Scene.plain().last("LEEDS").judged(new OnlyLastLocation())).isEmpty();
    assertThat(Scene.plain().last("YORK").judged(new OnlyLastLocation()))
        .isEqualTo("is not YORK, from where the buyer was served last | if it had served the buyer last");
  }
}
