package dev.crossdock.channels.publishing;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast something sells: two sums of units sold that decay, one by half in 30 seconds, which sees a rush, and one by
 * half in 6 hours, which knows the ordinary day. The faster of the two counts. A rush is reckoned over the time since
 * it began, or its first half minute would look half as fast as it is.
 *
 * @param rushSince the first sale since the quick sum was next to nothing
 * @param asOf the moment both sums are of: that of the last sale
 */
public record Pace(double quick, double slow, Instant rushSince, Instant asOf) {

  private static final double QUICK_HALF = 30;
  private static final double SLOW_HALF = Duration.ofHours(6).toSeconds();
  private static final double NEXT_TO_NOTHING = 0.1;

  /** So long nothing is assumed to have sold before a rush, or a single order would look like one. */
  private static final double SECONDS_BEFORE = 8;

  /** Nothing sold so far. */
  static Pace none(Instant now) {
    return new Pace(0, 0, now, now);
  }

  /** With these units sold as well; an instant before the last sale counts as that. */
  Pace with(long units, Instant at) {
    Instant now = at.isBefore(asOf) ? asOf : at;
    double left = decayed(quick, QUICK_HALF, now);
    Instant since = left < NEXT_TO_NOTHING ? now : rushSince;
    return new Pace(left + units, decayed(slow, SLOW_HALF, now) + units, since, now);
  }

  /** Units a second, as it looks then. */
  double perSecond(Instant now) {
    double whole = QUICK_HALF / Math.log(2);
    double seen = whole * (1 - Math.pow(0.5, seconds(rushSince, now) / QUICK_HALF));
    double rush = decayed(quick, QUICK_HALF, now) / Math.min(whole, SECONDS_BEFORE + seen);
    double usual = decayed(slow, SLOW_HALF, now) / SLOW_HALF * Math.log(2);
    return Math.max(rush, usual);
  }

  private double decayed(double sum, double half, Instant now) {
    return sum * Math.pow(0.5, seconds(asOf, now) / half);
  }

  private static double seconds(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis() / 1_000.0);
  }
}
