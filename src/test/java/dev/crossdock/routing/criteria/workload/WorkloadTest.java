package dev.crossdock.routing.criteria.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class WorkloadTest {

  @Test
  void ordersAreCounted() {
    Scene scene = Scene.plain().load(20, 1);

    assertThat(scene.rated(new Workload(Workload.Span.DAY))).isEqualTo("20 | was given 20 orders today");
    assertThat(scene.rated(new Workload(Workload.Span.HOUR))).isEqualTo("1 | was given 1 order this hour");
  }
}
