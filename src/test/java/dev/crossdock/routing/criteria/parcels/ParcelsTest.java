package dev.crossdock.routing.criteria.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class ParcelsTest {

  @Test
  void eachCountsOne() {
    assertThat(Scene.plain().line("A", 3).rated(new Parcels())).isEqualTo("1 | sends 3 units in one parcel");
  }
}
