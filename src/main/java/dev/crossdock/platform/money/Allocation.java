package dev.crossdock.platform.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits an amount of minor units so that the parts always add up to it. The remainder goes, one minor unit each,
 * to the parts with the largest fraction, the earlier part first among equals (the largest-remainder method), so the
 * same input gives the same answer for ever.
 */
public final class Allocation {

  private Allocation() {}

  /**
   * The amount split in proportion to the weights. Equal weights are used when all are zero.
   *
   * @param weights one non-negative weight a part; at least one part
   */
  public static long[] byWeight(long amount, long[] weights) {
    if (weights.length == 0) {
      throw new IllegalArgumentException("nothing to allocate to");
    }
    if (amount < 0) {
      return Arrays.stream(byWeight(Math.negateExact(amount), weights)).map(part -> -part).toArray();
    }
    BigInteger sum = sum(weights);
    if (sum.signum() == 0) {
      long[] equal = new long[weights.length];
      Arrays.fill(equal, 1);
      return byWeight(amount, equal);
    }
    return largestRemainder(amount, weights, sum);
  }

  /** The share of one unit, counted from zero, when an amount is spread evenly over a number of units. */
  public static long unitShare(long amount, int units, int unit) {
    if (units <= 0 || unit < 0 || unit >= units) {
      throw new IllegalArgumentException("unit " + unit + " of " + units);
    }
    long base = amount / units;
    long rest = amount % units;
    return unit < Math.abs(rest) ? base + Long.signum(rest) : base;
  }

  /** The share of the units {@code from} (inclusive) to {@code to} (exclusive) of an evenly spread amount. */
  public static long unitShares(long amount, int units, int from, int to) {
    if (units <= 0 || from < 0 || from > to || to > units) {
      throw new IllegalArgumentException("units " + from + " to " + to + " of " + units);
    }
    return shareOfFirst(amount, units, to) - shareOfFirst(amount, units, from);
  }

  /** The remainder's minor units stand on the first units, so the first {@code count} hold up to that many of them. */
  private static long shareOfFirst(long amount, int units, int count) {
    long rest = amount % units;
    return amount / units * count + Long.signum(rest) * Math.min(count, Math.abs(rest));
  }

  private static BigInteger sum(long[] weights) {
    BigInteger sum = BigInteger.ZERO;
    for (long weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("negative weight " + weight);
      }
      sum = sum.add(BigInteger.valueOf(weight));
    }
    return sum;
  }

  private static long[] largestRemainder(long amount, long[] weights, BigInteger sum) {
    long[] parts = new long[weights.length];
    BigInteger[] fractions = new BigInteger[weights.length];
    long left = amount;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] split = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(sum);
      parts[i] = split[0].longValueExact();
      fractions[i] = split[1];
      left -= parts[i];
    }
    int[] order =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> fractions[i]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left; i++) {
      parts[order[i]]++;
    }
    return parts;
  }
}
