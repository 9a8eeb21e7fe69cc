package dev.crossdock.routing.criteria.shipsintime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class ShipsInTimeTest {

  private final ShipsInTime inTime = new ShipsInTime(Unknown.OUT);

  @Test
  void beforeTheCutOffItLeavesToday() {
    Scene scene = Scene.plain().works("08:00", "18:00", "14:00", 0).promised("2026-11-23T18:00:00Z", null);

    assertThat(scene.now("2026-11-23T14:00:00Z").judged(inTime)).isEmpty();
    assertThat(scene.now("2026-11-23T14:15:00Z").judged(inTime)).isEqualTo(
        "sends it off Tue 24 Nov 18:00, 1 day too late | if its cut-off were 15 minutes later");
  }

  @Test
  void theCutOffIsThatOfThePlace() {
    Scene scene = Scene.plain().zone("America/New_York").works("08:00", "18:00", "14:00", 0)
        .promised("2026-11-23T23:00:00Z", null);

    assertThat(scene.now("2026-11-23T18:59:00Z").judged(inTime)).isEmpty();
    assertThat(scene.now("2026-11-23T19:30:00Z").judged(inTime)).endsWith("if its cut-off were 30 minutes later");
  }

  @Test
  void weekendsAndHandlingDaysCount() {
    Scene scene = Scene.plain().works("08:00", "18:00", "14:00", 1).now("2026-11-27T09:00:00Z");

    assertThat(scene.promised("2026-11-30T18:00:00Z", null).judged(inTime)).isEmpty();
    assertThat(scene.promised("2026-11-28T18:00:00Z", null).judged(inTime))
        .isEqualTo("sends it off Mon 30 Nov 18:00, 2 days too late | if it left 2 days sooner");
  }

  @Test
  void changingClocksAreNoTrouble() {
    Scene autumn = Scene.plain().zone("America/New_York").works("08:00", "18:00", "14:00", 0);

    assertThat(autumn.now("2026-11-02T18:59:00Z").promised("2026-11-02T23:00:00Z", null).judged(inTime)).isEmpty();
    assertThat(autumn.now("2026-10-30T17:59:00Z").promised("2026-10-30T22:00:00Z", null).judged(inTime)).isEmpty();
  }

  @Test
  void aNightShiftLeavesInTheMorning() {
    Scene night = Scene.plain().works("22:00", "06:00", "02:00", 0).promised("2026-11-24T06:00:00Z", null);

    assertThat(night.now("2026-11-24T01:59:00Z").judged(inTime)).isEmpty();
    assertThat(night.now("2026-11-24T02:10:00Z").judged(inTime)).endsWith("if its cut-off were 10 minutes later");
  }

  @Test
  void withoutPromiseOrCalendar() {
    assertThat(Scene.plain().neverWorks().judged(inTime)).isEmpty();
    Scene scene = Scene.plain().promised("2026-11-24T06:00:00Z", null);
    assertThat(scene.judged(inTime)).endsWith("| if it had a calendar");
    assertThat(scene.judged(new ShipsInTime(Unknown.STAY))).startsWith("stays: has no calendar");
    assertThat(scene.neverWorks().judged(inTime)).isEqualTo("has a calendar without a working day | if it worked");
  }
}
