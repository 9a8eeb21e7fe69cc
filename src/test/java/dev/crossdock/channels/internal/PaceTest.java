package dev.crossdock.channels.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How fast polls bring documents. */
class PaceTest {

  private final List<Duration> rests = new ArrayList<>();
  private boolean behind;
  private boolean ending;
  private final Pace pace =
      new Pace(
          () -> behind,
          atMost -> {
            rests.add(atMost);
            return ending;
          });

  @Test
  void isNotHeldUpWhileNobodyWaits() {
    assertThat(pace.goesOnAfter(250)).isTrue();
    assertThat(rests).containsExactly(Duration.ZERO);
  }

  @Test
  void givesWayToWhatWasPushedByTheDocument() {
    behind = true;
    assertThat(pace.goesOnAfter(250)).isTrue();
    assertThat(pace.goesOnAfter(10)).isTrue();
    assertThat(rests).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(40));
  }

  @Test
  void readsNoFurtherPageOnceTheEndIsNear() {
    ending = true;
    assertThat(pace.goesOnAfter(10)).isFalse();
  }

  @Test
  void readsNoFurtherPageWhenItIsInterrupted() {
    Pace interrupted =
        new Pace(
            () -> true,
            atMost -> {
              throw new InterruptedException();
            });
    assertThat(interrupted.goesOnAfter(10)).isFalse();
    assertThat(Thread.interrupted()).as("whoever waits next knows").isTrue();
  }
}
