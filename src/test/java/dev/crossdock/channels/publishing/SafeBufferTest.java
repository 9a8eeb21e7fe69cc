package dev.crossdock.channels.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept back is exceeded as rarely as was asked for. */
class SafeBufferTest {

  private static final long SEED = 20_261_121;

  /** The right column are quantiles of the Poisson distribution, reckoned by summing its terms by hand or by table. */
  @ParameterizedTest
  @CsvSource({
    "0, 10000, 0", "0.00005, 10000, 0", "0.001, 10000, 1", "0.1, 10000, 3", "1, 100, 4", "1, 10000, 6", "5, 20, 9",
    "10, 100, 18", "100, 10000, 139"
  })
  void isTheSmallestThatIsRarelyExceeded(double mean, int oneIn, int units) {
    assertThat(SafeBuffer.units(mean, oneIn)).isEqualTo(units);
  }

  @Test
  void growsWithTheMeanWithoutAGapWhereTheWayOfReckoningChanges() {
    int before = SafeBuffer.units(399.5, 10_000);
    for (double mean = 400; mean < 600; mean += 0.5) {
      int units = SafeBuffer.units(mean, 10_000);
      assertThat(units).as("mean %s", mean).isBetween(before - 1, before + 4);
      before = units;
    }
  }

  @Test
  void isExceededAsRarelyAsAsked() {
    Random random = new Random(SEED);
    int buffer = SafeBuffer.units(7, 100);
    int exceeded = 0;
    for (int n = 0; n < 100_000; n++) {
      double at = 0;
      int sales = -1;
      while (at <= 7) {
        at -= Math.log(1 - random.nextDouble());
        sales++;
      }
      exceeded += sales > buffer ? 1 : 0;
    }
    assertThat(exceeded).as("seed %s", SEED).isBetween(300, 1_100);
  }

  @Test
  void takesWhatIsNoPaceForNone() {
    assertThat(SafeBuffer.units(Double.NaN, 100)).isZero();
    assertThat(SafeBuffer.units(-1, 100)).isZero();
    assertThat(SafeBuffer.units(1e300, 100)).isEqualTo(1_000_000_000);
  }
}
