package dev.crossdock.channels.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The pace of sales is seen soon and forgotten soon. */
class PaceTest {

  private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");

  @Test
  void nothingSoldIsNoPace() {
    assertThat(Pace.none(START).perSecond(START.plusSeconds(5))).isZero();
  }

  @Test
  void seesARushWithinSeconds() {
    Pace pace = selling(Pace.none(START), START, 20, Duration.ofSeconds(15));

    assertThat(pace.perSecond(START.plusSeconds(15))).isBetween(10.0, 20.0);
    assertThat(selling(pace, START.plusSeconds(15), 20, Duration.ofSeconds(120)).perSecond(START.plusSeconds(135)))
        .isCloseTo(20, Percentage.withPercentage(5));
  }

  @Test
  void oneOrderIsNoRush() {
    Pace pace = Pace.none(START).with(1, START);

    assertThat(pace.perSecond(START)).isLessThan(0.2);
    assertThat(pace.perSecond(START.plusSeconds(300))).isLessThan(0.001);
  }

  @Test
  void knowsTheOrdinaryDay() {
    Pace pace = Pace.none(START);
    for (int minute = 0; minute < 2_880; minute++) {
      pace = pace.with(1, START.plusSeconds(60L * minute));
    }
    assertThat(pace.perSecond(START.plus(Duration.ofDays(2)).plusSeconds(600)))
        .isCloseTo(1.0 / 60, Percentage.withPercentage(5));
  }

  @Test
  void anOrderThatComesLateCountsAsOfTheLast() {
    Pace pace = Pace.none(START).with(1, START.plusSeconds(10));

    assertThat(pace.with(1, START).quick()).isCloseTo(2, within(0.001));
  }

  private static Pace selling(Pace before, Instant from, int perSecond, Duration length) {
    Pace pace = before;
    for (int n = 0; n < perSecond * length.toSeconds(); n++) {
      pace = pace.with(1, from.plusMillis(1_000L * n / perSecond));
    }
    return pace;
  }
}
