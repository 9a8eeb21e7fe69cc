package dev.crossdock.routing.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much worse than the policy in force a draft may be on the past.
 *
 * @param costPercentMost more cost per order, per cent, in any currency
 * @param latePointsMost more late orders, in points of per cent of all orders
 * @param unfilledPointsMost more units without a place, in points of per cent of all units
 * @param parcelsPercentMost more parcels per order, per cent
 */
public record GuardRails(
    double costPercentMost, double latePointsMost, double unfilledPointsMost, double parcelsPercentMost) {

  /** What holds until a merchant says otherwise. */
  public static final GuardRails USUAL = new GuardRails(2, 0.1, 0.1, 5);

  private static final double PERCENT = 100;
  /** Rounding of sums is no reason to refuse. */
  private static final double NOTHING = 1e-9;

  /** What the draft breaks, one sentence each; none when it holds. */
  public List<String> broken(Figures draft, Figures active) {
    List<String> broken = new ArrayList<>();
    Set<String> currencies = new TreeSet<>(active.cost().keySet());
    currencies.addAll(draft.cost().keySet());
    for (String currency : currencies) {
      more(
          "Cost per order in " + currency, draft.costPerOrder(currency), active.costPerOrder(currency), costPercentMost,
          broken);
    }
    more("Parcels per order", draft.parcelsPerOrder(), active.parcelsPerOrder(), parcelsPercentMost, broken);
    points("Late orders", draft.latePercent(), active.latePercent(), latePointsMost, broken);
    points("Units without a place", draft.unfilledPercent(), active.unfilledPercent(), unfilledPointsMost, broken);
    return broken;
  }

  private static void more(String what, double draft, double active, double most, List<String> broken) {
    double percent = active == 0 ? (draft == 0 ? 0 : PERCENT) : PERCENT * (draft - active) / active;
    if (percent > most + NOTHING) {
      broken.add(what + " would rise by " + number(percent) + " %, and " + number(most) + " % is the limit.");
    }
  }

  private static void points(String what, double draft, double active, double most, List<String> broken) {
    double more = draft - active;
    if (more > most + NOTHING) {
      broken.add(
          what + " would rise by " + number(more) + " points to " + number(draft) + " %, and " + number(most)
              + " points are the limit.");
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
