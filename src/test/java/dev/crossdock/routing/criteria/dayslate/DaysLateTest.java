package dev.crossdock.routing.criteria.dayslate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class DaysLateTest {

  private final DaysLate late = new DaysLate(7);

  @Test
  void deliveryIsWhatCounts() {
    Scene scene = Scene.plain().line("A", 1).quote("Day", "EUR", 300, "2026-11-25T12:00:00Z");

    assertThat(scene.rated(late)).isEqualTo("0 | has no date to keep");
    assertThat(scene.promised("2026-11-20T00:00:00Z", "2026-11-26T12:00:00Z").rated(late))
        .isEqualTo("0 | keeps the promised date");
    assertThat(scene.promised(null, "2026-11-24T00:00:00Z").rated(late)).isEqualTo("1.5 | is 1.5 days late");
  }

  @Test
  void elseLeaving() {
    Scene scene = Scene.plain().line("A", 1).works("08:00", "18:00", "14:00", 0);

    assertThat(scene.promised("2026-11-23T18:00:00Z", null).rated(late)).isEqualTo("0 | keeps the promised date");
    assertThat(scene.promised("2026-11-22T18:00:00Z", null).rated(late)).isEqualTo("1 | is 1 day late");
    assertThat(scene.neverWorks().rated(late))
        .isEqualTo("7 | has a calendar without a working day, taken for 7 days late");
  }

  @Test
  void whatNoCardTellsIsAssumed() {
    assertThat(Scene.plain().line("A", 1).promised(null, "2026-11-24T00:00:00Z").rated(late))
        .isEqualTo("7 | has no rate card for this parcel, taken for 7 days late");
  }
}
