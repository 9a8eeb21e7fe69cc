package dev.crossdock.routing.tryout;

import java.util.Locale;
import java.util.Optional;

/**
 * How much worse a canary may do than the active version before it falls back.
 *
 * @param ordersLeast orders that each side must have before it is judged
 * @param rejectedPointsMore more orders that locations turn down, in points of per cent
 * @param latePointsMore more orders that leave late or are due and have not left, in points of per cent
 */
public record CanaryLimits(int ordersLeast, double rejectedPointsMore, double latePointsMore) {

  /** What holds until a merchant says otherwise. */
  public static final CanaryLimits USUAL = new CanaryLimits(50, 5, 5);

  private static final double PERCENT = 100;

  /** Why the canary must fall back; empty when it need not. */
  public Optional<String> broken(CanaryFigures figures) {
    CanaryFigures.Side canary = figures.canary();
    CanaryFigures.Side active = figures.active();
    if (worse(canary.rejected(), canary.orders(), active.rejected(), active.orders(), rejectedPointsMore)) {
      return Optional.of(
          "Locations turned down " + share(canary.rejected(), canary.orders()) + " of its orders, and "
              + share(active.rejected(), active.orders()) + " of the others.");
    }
    if (worse(canary.late(), canary.due(), active.late(), active.due(), latePointsMore)) {
      return Optional.of(
          share(canary.late(), canary.due()) + " of its orders that were due are late, and "
              + share(active.late(), active.due()) + " of the others.");
    }
    return Optional.empty();
  }

  /** Enough orders on both sides, more points than are allowed, and more than chance explains. */
  private boolean worse(int canary, int ofCanary, int active, int ofActive, double points) {
    if (ofCanary < ordersLeast || ofActive < ordersLeast) {
      return false;
    }
    double more = PERCENT * ((double) canary / ofCanary - (double) active / ofActive);
    return more > points && Proportions.surelyMore(canary, ofCanary, active, ofActive);
  }

  private static String share(int some, int all) {
    return String.format(Locale.ROOT, "%d of %d (%.1f %%)", some, all, PERCENT * some / all);
  }
}
