package dev.crossdock.routing.criteria.kindorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindOrderTest {

  @Test
  void thePlaceOnTheListIsTheScore() {
    KindOrder order = new KindOrder(List.of(LocationKind.STORE, LocationKind.THREE_PL));

    assertThat(Scene.plain().kind(LocationKind.STORE).rated(order)).isEqualTo("0 | is a store, number 1");
    assertThat(Scene.plain().kind(LocationKind.THREE_PL).rated(order)).isEqualTo("1 | is a 3PL, number 2");
    assertThat(Scene.plain().rated(order)).isEqualTo("2 | is a warehouse, which the list does not name");
    assertThat(order.sentence()).isEqualTo("In this order: store, 3PL");
  }
}
