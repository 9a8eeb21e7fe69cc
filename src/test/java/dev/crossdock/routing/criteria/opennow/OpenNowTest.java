package dev.crossdock.routing.criteria.opennow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OpenNowTest {

  @Test
  void openOrSoonOpen() {
    Scene scene = Scene.plain().works("09:00", "18:00", "14:00", 0);

    assertThat(scene.judged(new OpenNow(Duration.ZERO, Unknown.OUT))).isEmpty();
    scene.now("2026-11-27T18:00:00Z");
    assertThat(scene.judged(new OpenNow(Duration.ofHours(12), Unknown.OUT)))
        .isEqualTo("is closed until Mon 30 Nov 09:00 | if it opened 2 days 15 hours sooner");
    assertThat(scene.now("2026-11-23T08:30:00Z").judged(new OpenNow(Duration.ofMinutes(30), Unknown.OUT))).isEmpty();
  }

  @Test
  void openOverMidnight() {
    Scene night = Scene.plain().works("22:00", "06:00", "02:00", 0);

    assertThat(night.now("2026-11-28T05:59:00Z").judged(new OpenNow(Duration.ZERO, Unknown.OUT))).isEmpty();
    assertThat(night.now("2026-11-28T06:00:00Z").judged(new OpenNow(Duration.ZERO, Unknown.OUT)))
        .startsWith("is closed until Mon 30 Nov 22:00");
  }

  @Test
  void withoutACalendar() {
    assertThat(Scene.plain().judged(new OpenNow(Duration.ZERO, Unknown.STAY))).startsWith("stays: has no calendar");
    assertThat(Scene.plain().judged(new OpenNow(Duration.ZERO, Unknown.OUT))).endsWith("if it had a calendar");
    assertThat(Scene.plain().neverWorks().judged(new OpenNow(Duration.ZERO, Unknown.STAY)))
        .startsWith("has a calendar without a working day");
  }
}
