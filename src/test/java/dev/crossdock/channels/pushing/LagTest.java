package dev.crossdock.channels.pushing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The delay that is measured follows what was measured last. */
class LagTest {

  @Test
  void knowsNothingBeforeTheFirst() {
    assertThat(Lag.none().within(0.5)).isEmpty();
    assertThat(Lag.of(List.of(1.0)).within(0.5)).as("kept in other classes").isEmpty();
  }

  @Test
  void roundsUpToTheEndOfAClass() {
    Lag lag = Lag.none().with(List.of(Duration.ofMillis(480), Duration.ofMillis(20), Duration.ofMillis(501)));

    assertThat(lag.within(0.3)).contains(Duration.ofMillis(20));
    assertThat(lag.within(0.5)).contains(Duration.ofMillis(500));
    assertThat(lag.within(1)).contains(Duration.ofMillis(750));
  }

  @Test
  void staysTheSameWhenKeptAndReadAgain() {
    Lag lag = Lag.none().with(List.of(Duration.ofSeconds(3), Duration.ofDays(9)));

    assertThat(Lag.of(lag.weights()).within(1)).isEqualTo(lag.within(1)).contains(Duration.ofHours(2));
  }

  @Test
  void followsAChannelThatBecomesSlower() {
    Lag fast = Lag.none().with(Collections.nCopies(1_000, Duration.ofMillis(100)));
    Lag slower = fast.with(Collections.nCopies(50, Duration.ofSeconds(9)));

    assertThat(fast.within(0.95)).contains(Duration.ofMillis(100));
    assertThat(slower.within(0.95)).contains(Duration.ofSeconds(10));
    assertThat(slower.with(Collections.nCopies(1_000, Duration.ofMillis(100))).within(0.95))
        .as("and forgets it").contains(Duration.ofMillis(100));
  }
}
