package dev.crossdock.routing.criteria.prioritymost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class PriorityMostTest {

  @Test
  void smallNumbersComeFirst() {
    assertThat(Scene.plain().priority(5).judged(new PriorityMost(5))).isEmpty();
    assertThat(Scene.plain().priority(6).judged(new PriorityMost(5)))
        .isEqualTo("has priority 6, and 5 is the limit | if its priority were 5");
  }
}
