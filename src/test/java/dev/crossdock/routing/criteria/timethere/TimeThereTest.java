package dev.crossdock.routing.criteria.timethere;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class TimeThereTest {

  @Test
  void theClockIsThatOfThePlace() {
    TimeThere day = new TimeThere(LocalTime.of(8, 0), LocalTime.of(16, 0));

    assertThat(Scene.plain().judged(day)).isEmpty();
    assertThat(Scene.plain().zone("America/New_York").judged(day))
        .isEqualTo("has 05:00 o'clock, and is asked from 08:00 until 16:00 | if it were asked at 05:00");
    assertThat(Scene.plain().now("2026-11-23T16:00:00Z").judged(day)).startsWith("has 16:00");
  }

  @Test
  void aSpanOverMidnightHasTwoParts() {
    TimeThere night = new TimeThere(LocalTime.of(22, 0), LocalTime.of(6, 0));

    assertThat(Scene.plain().now("2026-11-23T23:30:00Z").judged(night)).isEmpty();
    assertThat(Scene.plain().now("2026-11-23T05:59:00Z").judged(night)).isEmpty();
    assertThat(Scene.plain().now("2026-11-23T06:00:00Z").judged(night)).startsWith("has 06:00");
  }

  @Test
  void theSameTimeTwiceIsTheWholeDay() {
    TimeThere always = new TimeThere(LocalTime.of(8, 0), LocalTime.of(8, 0));

    assertThat(Scene.plain().now("2026-11-23T07:59:00Z").judged(always)).isEmpty();
    assertThat(Scene.plain().now("2026-11-23T08:00:00Z").judged(always)).isEmpty();
  }
}
