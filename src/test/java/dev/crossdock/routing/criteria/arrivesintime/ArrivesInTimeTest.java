package dev.crossdock.routing.criteria.arrivesintime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class ArrivesInTimeTest {

  @Test
  void thePromiseIsKeptToTheMinute() {
    Scene scene = Scene.plain().line("A", 1).quote("Day", "EUR", 300, "2026-11-25T12:00:00Z");

    assertThat(scene.judged(new ArrivesInTime(0, Unknown.OUT))).isEmpty();
    assertThat(scene.promised(null, "2026-11-25T12:00:00Z").judged(new ArrivesInTime(0, Unknown.OUT))).isEmpty();
    assertThat(scene.promised(null, "2026-11-25T11:45:00Z").judged(new ArrivesInTime(0, Unknown.OUT)))
        .isEqualTo("would be there Wed 25 Nov 12:00 with Post Day, 15 minutes too late"
            + " | if it were there 15 minutes sooner");
    assertThat(scene.judged(new ArrivesInTime(1, Unknown.OUT))).isEmpty();
  }

  @Test
  void theFastestServiceIsTried() {
    Scene scene = Scene.plain().line("A", 1).promised(null, "2026-11-24T18:00:00Z")
        .quote("Slow", "EUR", 300, "2026-11-30T12:00:00Z").quote("Fast", "USD", 900, "2026-11-24T12:00:00Z");

    assertThat(scene.judged(new ArrivesInTime(0, Unknown.OUT))).isEmpty();
  }

  @Test
  void withoutATransitTimeNobodyCanTell() {
    Scene scene = Scene.plain().line("A", 1).promised(null, "2026-11-24T18:00:00Z");

    assertThat(scene.judged(new ArrivesInTime(0, Unknown.STAY))).isEqualTo("stays: has no rate card for this parcel");
    assertThat(scene.judged(new ArrivesInTime(0, Unknown.OUT)))
        .isEqualTo("has no rate card for this parcel | if its transit time were known");
  }
}
