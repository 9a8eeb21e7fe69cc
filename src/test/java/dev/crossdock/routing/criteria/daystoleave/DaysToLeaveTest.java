package dev.crossdock.routing.criteria.daystoleave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class DaysToLeaveTest {

  @Test
  void cutOffAndCalendarCount() {
    assertThat(Scene.plain().rated(new DaysToLeave(30))).isEqualTo("0 | sends it off Mon 23 Nov 10:00");
    assertThat(Scene.plain().works("08:00", "22:00", "09:00", 0).rated(new DaysToLeave(30)))
        .isEqualTo("1.5 | sends it off Tue 24 Nov 22:00");
    assertThat(Scene.plain().neverWorks().rated(new DaysToLeave(30)))
        .isEqualTo("30 | has a calendar without a working day, taken for 30 days");
  }
}
