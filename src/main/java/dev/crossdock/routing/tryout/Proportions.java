package dev.crossdock.routing.tryout;

/**
 * Compares two shares by Newcombe's interval of their difference, which is made of Wilson's interval of each (R. G.
 * Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10). It holds for
 * small numbers and for shares near nothing, where the usual interval does not.
 */
final class Proportions {

  /**
   * Three deviations. One look would be wrong once in 700 times; a canary is looked at again and again, and still falls
   * back by chance in a few of a hundred trials only.
   */
  static final double DEVIATIONS = 3;

  private Proportions() {}

  /** Whether the first share is greater, beyond what chance explains. */
  static boolean surelyMore(int one, int ofOne, int other, int ofOther) {
    double p = (double) one / ofOne;
    double q = (double) other / ofOther;
    double below = p - bound(one, ofOne, -1);
    double above = bound(other, ofOther, 1) - q;
    return p - q - Math.sqrt(below * below + above * above) > 0;
  }

  /** Wilson's bound of a share: the lower one for -1, the upper one for 1. */
  static double bound(int some, int all, int side) {
    double p = (double) some / all;
    double z2 = DEVIATIONS * DEVIATIONS;
    double half = DEVIATIONS * Math.sqrt(p * (1 - p) / all + z2 / (4.0 * all * all));
    return (p + z2 / (2.0 * all) + side * half) / (1 + z2 / all);
  }
}
