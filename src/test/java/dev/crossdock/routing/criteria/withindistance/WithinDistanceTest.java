package dev.crossdock.routing.criteria.withindistance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class WithinDistanceTest {

  @Test
  void theLimitItselfIsWithin() {
    WithinDistance near = new WithinDistance(500, Unknown.STAY);

    assertThat(Scene.plain().km(500.0).judged(near)).isEmpty();
    assertThat(Scene.plain().km(611.6).judged(near))
        .isEqualTo("is 612 km away, and 500 km is the limit | if the limit were 612 km");
    assertThat(near.sentence()).isEqualTo("Within 500 km");
  }

  @Test
  void whatNobodyCanTellIsTheMerchantsChoice() {
    assertThat(Scene.plain().judged(new WithinDistance(500, Unknown.STAY)))
        .isEqualTo("stays: is at a distance that nobody can tell");
    assertThat(Scene.plain().km(Double.NaN).judged(new WithinDistance(500, Unknown.OUT)))
        .isEqualTo("is at a distance that nobody can tell | if its and the buyer's coordinates were known");
  }
}
