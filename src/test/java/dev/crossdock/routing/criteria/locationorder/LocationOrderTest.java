package dev.crossdock.routing.criteria.locationorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocationOrderTest {

  @Test
  void thePlaceOnTheListIsTheScore() {
    LocationOrder order = new LocationOrder(List.of("YORK", "LEEDS"));

    assertThat(Scene.plain().rated(order)).isEqualTo("1 | is number 2 on the list");
    assertThat(Scene.plain().code("YORK").rated(order)).isEqualTo("0 | is number 1 on the list");
    assertThat(Scene.plain().code("BATH").rated(order)).isEqualTo("2 | is not on the list");
    assertThat(order.sentence()).isEqualTo("In this order: YORK, LEEDS");
  }
}
