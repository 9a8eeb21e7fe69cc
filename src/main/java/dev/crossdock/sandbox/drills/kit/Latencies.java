package dev.crossdock.sandbox.drills.kit;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Durations and their percentiles. Thread-safe. */
public final class Latencies {

  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  public void add(long duration) {
    nanos.add(duration);
  }

  public int count() {
    return nanos.size();
  }

  /** The duration that this share of them does not exceed, in milliseconds; 0 when there are none. */
  public double millis(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      return 0;
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(index, 0, sorted.length - 1)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  @Override
  public String toString() {
    return Arrays.toString(new double[] {millis(0.5), millis(0.99), millis(1)});
  }
}
