package dev.crossdock.routing.criteria.transitdaysmost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class TransitDaysMostTest {

  @Test
  void theFastestServiceCounts() {
    Scene scene = Scene.plain().line("A", 1).quote("Slow", "EUR", 300, "2026-11-27T10:00:00Z");

    assertThat(scene.judged(new TransitDaysMost(4, Unknown.OUT))).isEmpty();
    assertThat(scene.judged(new TransitDaysMost(3, Unknown.OUT)))
        .isEqualTo("takes 4 days with Post Slow, and 3 days is the limit | if the limit were 4 days");
    scene.quote("Fast", "USD", 900, "2026-11-24T10:00:00Z");
    assertThat(scene.judged(new TransitDaysMost(1, Unknown.OUT))).isEmpty();
  }

  @Test
  void daysAreCountedFromLeaving() {
    Scene late = Scene.plain().line("A", 1).works("08:00", "18:00", "09:00", 0)
        .quote("Day", "EUR", 300, "2026-11-25T18:00:00Z");

    assertThat(late.judged(new TransitDaysMost(1, Unknown.OUT))).isEmpty();
  }

  @Test
  void withoutACardNobodyCanTell() {
    assertThat(Scene.plain().line("A", 1).judged(new TransitDaysMost(1, Unknown.STAY)))
        .isEqualTo("stays: has no rate card for this parcel");
    assertThat(Scene.plain().line("A", 1).quote("Sea", "EUR", 1, null).judged(new TransitDaysMost(1, Unknown.OUT)))
        .isEqualTo("has no transit time on the rate card of Post Sea | if its transit time were known");
    assertThat(Scene.plain().neverWorks().judged(new TransitDaysMost(1, Unknown.OUT)))
        .startsWith("has a calendar without a working day");
  }
}
