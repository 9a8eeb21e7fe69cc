package dev.crossdock.routing.criteria.locationpriority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class LocationPriorityTest {

  @Test
  void smallNumbersComeFirst() {
    assertThat(Scene.plain().priority(7).rated(new LocationPriority())).isEqualTo("7 | has priority 7");
    assertThat(Scene.plain().priority(-7).rated(new LocationPriority())).isEqualTo("0 | has priority -7");
  }
}
