package dev.crossdock.routing.criteria.arrivaldays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class ArrivalDaysTest {

  @Test
  void daysAreCountedFromNow() {
    assertThat(Scene.plain().line("A", 1).quote("Day", "EUR", 300, "2026-11-25T22:00:00Z").rated(new ArrivalDays(30)))
        .isEqualTo("2.5 | is there Wed 25 Nov 22:00 with Post Day");
    assertThat(Scene.plain().line("A", 1).quote("Sea", "EUR", 300, null).rated(new ArrivalDays(30)))
        .isEqualTo("30 | has no transit time on the rate card of Post Sea, taken for 30 days");
  }
}
