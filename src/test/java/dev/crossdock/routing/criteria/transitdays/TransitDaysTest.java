package dev.crossdock.routing.criteria.transitdays;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class TransitDaysTest {

  @Test
  void daysAreCountedFromLeaving() {
    assertThat(Scene.plain().line("A", 1).quote("Day", "EUR", 300, "2026-11-25T22:00:00Z").rated(new TransitDays(30)))
        .isEqualTo("2.5 | is 2.5 days away with Post Day");
    assertThat(Scene.plain().line("A", 1).works("08:00", "18:00", "14:00", 1)
        .quote("Day", "EUR", 300, "2026-11-25T18:00:00Z").rated(new TransitDays(30)))
        .isEqualTo("1 | is 1 day away with Post Day");
  }

  @Test
  void whatNoCardTellsIsAssumed() {
    assertThat(Scene.plain().line("A", 1).rated(new TransitDays(30)))
        .isEqualTo("30 | has no rate card for this parcel, taken for 30 days");
  }
}
