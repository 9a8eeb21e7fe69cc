package dev.crossdock.sandbox.drills;

import dev.crossdock.sandbox.drills.kit.DrillArguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A buyer who comes to one of the channels.
 *
 * @param afterNanos since the sale began; buyers come whether those before them are served or not
 * @param want 0 for what is on sale, else one of the ordinary things
 */
record Arrival(long afterNanos, int channel, int want) {

  private static final int ORDINARY_OF_TEN = 2;

  /** A crowd, spread evenly over the time and the channels; the same seed brings the same one. */
  static List<Arrival> crowd(DrillArguments.Crowd crowd, int channels, int ordinary, long seed) {
    Random random = new Random(seed);
    long length = TimeUnit.SECONDS.toNanos(crowd.seconds());
    List<Arrival> arrivals = new ArrayList<>();
    for (int n = 0; n < crowd.buyers(); n++) {
      int want = random.nextInt(10) < ORDINARY_OF_TEN ? 1 + random.nextInt(ordinary) : 0;
      arrivals.add(new Arrival((long) (random.nextDouble() * length), random.nextInt(channels), want));
    }
    arrivals.sort(Comparator.comparingLong(Arrival::afterNanos));
    return arrivals;
  }

  /**
   * What the same crowd does to channels that are told their stock every fifteen minutes, each at its own time: units
   * sold that were not there. Reckoned, not run.
   */
  static int oversoldByPolling(List<Arrival> arrivals, int channels, int units, long seed) {
    Random random = new Random(seed);
    long period = TimeUnit.MINUTES.toNanos(15);
    long[] next = random.longs(channels, 0, period).toArray();
    int[] shown = new int[channels];
    Arrays.fill(shown, units);
    int sold = 0;
    for (Arrival arrival : arrivals) {
      int channel = arrival.channel();
      if (arrival.want() != 0) {
        continue;
      }
      while (next[channel] <= arrival.afterNanos()) {
        shown[channel] = Math.max(0, units - sold);
        next[channel] += period;
      }
      if (shown[channel] > 0) {
        shown[channel]--;
        sold++;
      }
    }
    return Math.max(0, sold - units);
  }
}
