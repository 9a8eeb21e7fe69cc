package dev.crossdock.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {

  private static final int ROUNDS = 5_000;

  @ParameterizedTest
  @CsvSource({
    "100, 1 1 1, 34 33 33",
    "-100, 1 1 1, -34 -33 -33",
    "10, 3 3 3 1, 3 3 3 1",
    "5, 3 7, 2 3", // 1.5 and 3.5: the earlier part first
    "7, 1999 500, 6 1", // yen: 5.6 and 1.4
    "1000, 333 333 334, 333 333 334",
    "1, 0 0 5, 0 0 1",
    "5, 0 0 0, 2 2 1", // no weight at all: evenly
    "0, 4 5, 0 0",
    "12345, 7, 12345",
    "3, 1 1 1 1 1, 1 1 1 0 0",
    "1000000000000000, 1 2, 333333333333333 666666666666667"
  })
  void splitsByWeight(long amount, String weights, String parts) {
    assertThat(Allocation.byWeight(amount, numbers(weights))).containsExactly(numbers(parts));
  }

  @Test
  void refusesNothingAndNegativeWeights() {
    assertThatThrownBy(() -> Allocation.byWeight(1, new long[0])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Allocation.byWeight(1, new long[] {2, -1})).hasMessage("negative weight -1");
  }

  @Test
  void losesNothingAndStaysWithinOneOfTheExactShare() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      long amount = random.nextLong(-1_000_000_000_000_000L, 1_000_000_000_000_001L);
      long[] weights = random.longs(random.nextInt(1, 40), 0, random.nextBoolean() ? 4 : Long.MAX_VALUE).toArray();
      long[] parts = Allocation.byWeight(amount, weights);

      assertThat(Arrays.stream(parts).sum()).as("seed %d", seed).isEqualTo(amount);
      BigInteger sum = Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
      for (int i = 0; i < weights.length && sum.signum() > 0; i++) {
        // |part - amount * weight / sum| < 1, without a division
        BigInteger off =
            BigInteger.valueOf(parts[i]).multiply(sum)
                .subtract(BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights[i])));
        assertThat(off.abs()).as("seed %d part %d", seed, i).isLessThan(sum);
        assertThat(weights[i] == 0 && parts[i] != 0).as("seed %d gives to weight 0", seed).isFalse();
      }
    }
  }

  @Test
  void givesTheMirrorImageForANegativeAmount() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      long amount = random.nextLong(1_000_000);
      long[] weights = random.longs(random.nextInt(1, 10), 0, 100).toArray();

      assertThat(Allocation.byWeight(-amount, weights))
          .as("seed %d", seed)
          .containsExactly(Arrays.stream(Allocation.byWeight(amount, weights)).map(part -> -part).toArray());
    }
  }

  @ParameterizedTest
  @CsvSource({"100, 3, 34 33 33", "-100, 3, -34 -33 -33", "2, 5, 1 1 0 0 0", "0, 2, 0 0", "1000, 1, 1000"})
  void spreadsOverUnits(long amount, int units, String shares) {
    long[] expected = numbers(shares);
    for (int unit = 0; unit < units; unit++) {
      assertThat(Allocation.unitShare(amount, units, unit)).isEqualTo(expected[unit]);
    }
  }

  @Test
  void addsUnitSharesUp() {
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      long amount = random.nextLong(-10_000, 10_001);
      int units = random.nextInt(1, 50);
      int from = random.nextInt(units + 1);
      int to = random.nextInt(from, units + 1);
      long byUnit = 0;
      for (int unit = from; unit < to; unit++) {
        byUnit += Allocation.unitShare(amount, units, unit);
      }
      long whole =
          Allocation.unitShares(amount, units, 0, from)
              + Allocation.unitShares(amount, units, from, to)
              + Allocation.unitShares(amount, units, to, units);

      assertThat(Allocation.unitShares(amount, units, from, to)).as("seed %d", seed).isEqualTo(byUnit);
      assertThat(whole).as("seed %d", seed).isEqualTo(amount);
    }
  }

  @Test
  @Timeout(5)
  void costsNothingAUnit() {
    long share = 0;
    for (int i = 0; i < 100_000; i++) {
      share += Allocation.unitShares(1_000_000_000_000_000L, Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    }
    assertThat(BigDecimal.valueOf(share)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0", "3, -1, 2", "3, 2, 1", "3, 0, 4"})
  void refusesUnitsThatAreNotThere(int units, int from, int to) {
    assertThatThrownBy(() -> Allocation.unitShares(1, units, from, to)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "3, -1", "3, 3"})
  void refusesAUnitThatIsNotThere(int units, int unit) {
    assertThatThrownBy(() -> Allocation.unitShare(1, units, unit)).isInstanceOf(IllegalArgumentException.class);
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
  }
}
