package dev.crossdock.routing.criteria.handlingtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class HandlingTimeTest {

  @Test
  void workingDaysAreCounted() {
    Scene friday = Scene.plain().now("2026-11-27T10:00:00Z");

    assertThat(friday.works("08:00", "18:00", "14:00", 0).judged(new HandlingTime(0, Unknown.OUT))).isEmpty();
    assertThat(friday.works("08:00", "18:00", "09:00", 0).judged(new HandlingTime(1, Unknown.OUT))).isEmpty();
    assertThat(friday.works("08:00", "18:00", "09:00", 0).judged(new HandlingTime(0, Unknown.OUT)))
        .isEqualTo("sends it off after 1 working day, and 0 is the limit | if the limit were 1 working day");
  }

  @Test
  void theClockRunsFromWhenTheOrderCame() {
    Scene scene = Scene.plain().placed("2026-11-19T10:00:00Z").works("08:00", "18:00", "14:00", 0);

    assertThat(scene.judged(new HandlingTime(1, Unknown.OUT))).startsWith("sends it off after 2 working days");
    assertThat(scene.placed("1990-01-01T00:00:00Z").judged(new HandlingTime(30, Unknown.OUT)))
        .startsWith("sends it off after 400 working days");
  }

  @Test
  void withoutACalendar() {
    assertThat(Scene.plain().judged(new HandlingTime(1, Unknown.STAY))).startsWith("stays: has no calendar");
    assertThat(Scene.plain().judged(new HandlingTime(1, Unknown.OUT))).endsWith("| if it had a calendar");
    assertThat(Scene.plain().neverWorks().judged(new HandlingTime(1, Unknown.STAY))).endsWith("| if it worked");
  }
}
