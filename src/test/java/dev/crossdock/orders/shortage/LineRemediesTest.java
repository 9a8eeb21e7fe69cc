package dev.crossdock.orders.shortage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** In which words a remedy is told. */
class LineRemediesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void tellsWhetherACancellationIsInTime() {
    assertThat("Cancel 2" + LineRemedies.inTime(NOW.plusSeconds(3_601).plusNanos(873_438_000), NOW))
        .isEqualTo("Cancel 2 before 2026-11-21 13:00 UTC, when the channel counts it as late.");
    assertThat("Cancel 2" + LineRemedies.inTime(NOW.minusSeconds(60), NOW))
        .isEqualTo("Cancel 2; the channel has counted it as late since 2026-11-21 11:59 UTC.");
    assertThat("Cancel 2" + LineRemedies.inTime(null, NOW))
        .isEqualTo("Cancel 2; the channel has told no day to ship by.");
  }
}
