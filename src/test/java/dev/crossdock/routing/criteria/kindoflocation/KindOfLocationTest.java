package dev.crossdock.routing.criteria.kindoflocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Scene;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KindOfLocationTest {

  @Test
  void asksOnlyTheKindsItNames() {
    KindOfLocation stores = new KindOfLocation(Set.of(LocationKind.STORE, LocationKind.THREE_PL));

    assertThat(Scene.plain().kind(LocationKind.STORE).judged(stores)).isEmpty();
    assertThat(Scene.plain().kind(LocationKind.THREE_PL).judged(stores)).isEmpty();
    assertThat(Scene.plain().kind(LocationKind.WAREHOUSE).judged(stores))
        .isEqualTo("is a warehouse, and only a 3PL or store is asked | if a warehouse were asked");
    assertThat(stores.sentence()).isEqualTo("Only a 3PL or store");
  }
}
