package dev.crossdock.channels.pushing;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How long an account's channel takes to be told, as measured: from the moment a quantity was owed until the channel
 * had taken it. Kept as weights of classes of time in which the latest few hundred count, so that it follows a channel
 * that becomes slower within minutes and forgets an outage within a day.
 */
public final class Lag {

  /** Upper ends of the classes but the last, which has none, in milliseconds. */
  private static final long[] ENDS = {
    20, 50, 100, 200, 350, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 300_000,
    900_000, 3_600_000
  };

  /** The weight of a measurement against all before it: the last 300 make up most of it. */
  private static final double KEPT = 1 - 1.0 / 300;

  private final double[] weights;

  private Lag(double[] weights) {
    this.weights = weights;
  }

  /** Of an account whose channel was never told anything. */
  public static Lag none() {
    return new Lag(new double[ENDS.length + 1]);
  }

  /** As it was kept; what was kept in other classes is forgotten. */
  public static Lag of(List<Double> kept) {
    if (kept.size() != ENDS.length + 1) {
      return none();
    }
    return new Lag(kept.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** As it is kept. */
  public List<Double> weights() {
    return Arrays.stream(weights).boxed().toList();
  }

  /** With these measured as well, in this order. */
  public Lag with(List<Duration> delays) {
    double[] after = weights.clone();
    for (Duration delay : delays) {
      for (int i = 0; i < after.length; i++) {
        after[i] *= KEPT;
      }
      after[classOf(delay)] += 1;
    }
    return new Lag(after);
  }

  /** The time that this part of all measurements stayed within, at most; nothing while there are none. */
  public Optional<Duration> within(double part) {
    double all = Arrays.stream(weights).sum();
    if (all == 0) {
      return Optional.empty();
    }
    double sum = 0;
    for (int i = 0; i < ENDS.length; i++) {
      sum += weights[i];
      if (sum >= all * part) {
        return Optional.of(Duration.ofMillis(ENDS[i]));
      }
    }
    return Optional.of(Duration.ofMillis(2 * ENDS[ENDS.length - 1]));
  }

  private static int classOf(Duration delay) {
    int i = 0;
    while (i < ENDS.length && delay.toMillis() > ENDS[i]) {
      i++;
    }
    return i;
  }
}
