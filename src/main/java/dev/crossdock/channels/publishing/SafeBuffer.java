package dev.crossdock.channels.publishing;

/**
 * How many units to keep back so that what is sold while a channel is being told is rarely more. Sales come by chance
 * at a pace, so their number within a delay is Poisson distributed: the usual assumption for the demand over a lead
 * time of things that sell one at a time.
 */
final class SafeBuffer {

  /** Above this mean the normal distribution is near enough, and the sum below would lose its digits. */
  private static final double SUMMED_MAX = 500;

  private static final int UNITS_MAX = 1_000_000_000;

  private SafeBuffer() {}

  /** The smallest number that sales of this mean exceed at most once in so many times. */
  static int units(double mean, int oneIn) {
    if (!(mean > 0)) {
      return 0;
    }
    double rest = 1.0 / oneIn;
    if (mean > SUMMED_MAX) {
      return (int) Math.min(UNITS_MAX, Math.ceil(mean + Math.sqrt(mean) * deviations(rest)));
    }
    double term = Math.exp(-mean);
    double above = 1 - term;
    int units = 0;
    while (above > rest && term >= 0 && units < SUMMED_MAX * 4) {
      units++;
      term *= mean / units;
      above -= term;
    }
    return units;
  }

  /**
   * How many standard deviations leave this much above them: formula 26.2.23 of Abramowitz and Stegun, Handbook of
   * Mathematical Functions, whose error is below 0.00045.
   */
  private static double deviations(double rest) {
    double tail = Math.min(rest, 0.5);
    double t = Math.sqrt(-2 * Math.log(tail));
    return t
        - (2.515517 + 0.802853 * t + 0.010328 * t * t)
            / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t * t * t);
  }
}
