package dev.crossdock.routing.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whether one share is surely greater than another. */
class ProportionsTest {

  private static final CanaryLimits LIMITS = CanaryLimits.USUAL;
  private static final int TRIALS = 400;

  @Test
  void theBoundsAreWilsons() {
    // By hand, with three deviations: (0.2 + 0.09 -/+ 3 * sqrt(0.0032 + 0.0009)) / 1.18.
    assertThat(Proportions.bound(10, 50, -1)).isCloseTo(0.08297, within(1e-4));
    assertThat(Proportions.bound(10, 50, 1)).isCloseTo(0.40856, within(1e-4));
    assertThat(Proportions.bound(0, 50, -1)).isZero();
    assertThat(Proportions.bound(50, 50, 1)).isCloseTo(1, within(1e-9));
  }

  @Test
  void theSameShareIsNeverMoreAndAMuchGreaterOneIs() {
    assertThat(Proportions.surelyMore(10, 100, 10, 100)).isFalse();
    assertThat(Proportions.surelyMore(5, 50, 2, 50)).isFalse();
    assertThat(Proportions.surelyMore(12, 60, 4, 200)).isTrue();
    assertThat(Proportions.surelyMore(4, 200, 12, 60)).isFalse();
  }

  /** Looked at after every 20 orders, as a job does. */
  @Test
  void aCanaryThatIsNoWorseRarelyFallsBackHoweverOftenItIsLookedAt() {
    assertThat(fellBack(0.05, 0.05, 2_000, 1)).as("seed 1").isLessThan(TRIALS * 3 / 100);
    assertThat(fellBack(0.20, 0.20, 2_000, 2)).as("seed 2").isLessThan(TRIALS * 3 / 100);
  }

  @Test
  void aCanaryThatIsMuchWorseFallsBackSoon() {
    assertThat(fellBack(0.25, 0.05, 400, 3)).as("seed 3").isGreaterThan(TRIALS * 95 / 100);
  }

  @Test
  void aCanaryThatIsALittleWorseMostlyStays() {
    assertThat(fellBack(0.07, 0.05, 2_000, 4)).as("seed 4").isLessThan(TRIALS * 10 / 100);
  }

  private static int fellBack(double canary, double active, int orders, long seed) {
    Random random = new Random(seed);
    int count = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      int worse = 0;
      int other = 0;
      boolean back = false;
      for (int n = 1; n <= orders && !back; n++) {
        worse += random.nextDouble() < canary ? 1 : 0;
        other += random.nextDouble() < active ? 1 : 0;
        back =
            n % 20 == 0
                && LIMITS.broken(
                        new CanaryFigures(
                            new CanaryFigures.Side(n, 0, worse, 0, 0), new CanaryFigures.Side(n, 0, other, 0, 0)))
                    .isPresent();
      }
      count += back ? 1 : 0;
    }
    return count;
  }
}
