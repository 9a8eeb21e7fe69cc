package dev.crossdock.sandbox.drills.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a drill answers with. */
class DrillResultTest {

  @Test
  void writesTheShapeThatEvaluatorsRead() {
    DrillResult result =
        DrillResult.of("intake")
            .atLeast("orders_per_s", 612.345, 500)
            .exactly("lost", 0, 0)
            .figure("orders", 6_000)
            .note("on two cores")
            .build();

    assertThat(result.json())
        .isEqualTo(
            "{\"drill\":\"intake\",\"passed\":true,"
                + "\"figures\":{\"orders_per_s\":612.35,\"lost\":0,\"orders\":6000},\"notes\":[\"on two cores\"]}");
  }

  @Test
  void namesEveryBarThatWasMissed() {
    DrillResult result = DrillResult.of("intake").atLeast("orders_per_s", 499, 500).exactly("lost", 2, 0).build();

    assertThat(result.passed()).isFalse();
    assertThat(result.missed()).containsExactly("orders_per_s is 499, the floor is 500", "lost is 2, not 0");
    assertThat(result.json()).contains("\"passed\":false").contains("lost is 2, not 0");
  }
}
