package dev.crossdock.routing.criteria.pickupplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class PickupPlaceTest {

  @Test
  void onlyWhereTheBuyerCollects() {
    PickupPlace chosen = new PickupPlace(PickupPlace.Where.CHOSEN);

    assertThat(Scene.plain().judged(chosen)).isEmpty();
    assertThat(Scene.plain().pickupAt("LEEDS").judged(chosen)).isEmpty();
    assertThat(Scene.plain().pickupAt("YORK").pickup(true).judged(chosen))
        .isEqualTo("is not YORK, where the buyer collects | if the buyer collected there");
  }

  @Test
  void orWhereverPickupIsOffered() {
    PickupPlace any = new PickupPlace(PickupPlace.Where.ANY);

    assertThat(Scene.plain().pickupAt("YORK").pickup(true).judged(any)).isEmpty();
    assertThat(Scene.plain().pickupAt("YORK").judged(any)).isEqualTo("offers no pickup | if it offered pickup");
  }
}
