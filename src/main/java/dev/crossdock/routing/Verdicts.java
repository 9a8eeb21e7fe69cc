package dev.crossdock.routing;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.RoutingPlan.Candidate;
import dev.crossdock.routing.RoutingPlan.Missing;
import dev.crossdock.routing.RoutingPlan.Outcome;
import dev.crossdock.routing.RoutingPlan.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a plan into words: for each location why it won or lost, and what would have made it win. */
final class Verdicts {

  private final Demand demand;
  private final Demand possible;
  private final List<Site> chosen;
  private final StockPool pool;

  Verdicts(Demand demand, Demand possible, List<Site> chosen, StockPool pool) {
    this.demand = demand;
    this.possible = possible;
    this.chosen = chosen;
    this.pool = pool;
  }

  Candidate of(Site site, boolean ships) {
    int covers = RoutingPlanner.covered(demand, List.of(site), pool);
    if (!ships) {
      return candidate(site, covers, Verdict.EXCLUDED, excluded(site), null);
    }
    if (chosen.contains(site)) {
      return candidate(site, covers, Verdict.CHOSEN, won(site, covers), null);
    }
    return candidate(site, covers, Verdict.LOST, lost(site, covers), wouldWin(site, covers));
  }

  String sentence(Outcome outcome, List<Missing> missing) {
    String places = chosen.stream().map(site -> site.location().name()).collect(Collectors.joining(" and "));
    int units = demand.units();
    return switch (outcome) {
      case WHOLE -> places + ", because it has " + (units == 1 ? "the one unit" : "all " + units + " units")
          + nearest() + ".";
      case SPLIT -> places + " together, because no single location has all " + units + " units.";
      case PARTIAL -> places + " ship" + (chosen.size() == 1 ? "s" : "") + " what there is; "
          + words(missing) + " found no stock.";
      case NOTHING -> "Nowhere yet: " + words(missing) + " found no stock.";
    };
  }

  private String nearest() {
    Double km = chosen.getFirst().distanceKm();
    return km == null ? "" : " and is the nearest that does (" + km(km) + ")";
  }

  private String won(Site site, int covers) {
    Double km = site.distanceKm();
    return "has " + covers + " of " + demand.units() + " units" + (km == null ? "" : ", " + km(km) + " away");
  }

  private String lost(Site site, int covers) {
    if (covers == 0) {
      return "has none of the units";
    }
    if (covers < possible.units()) {
      return chosen.size() == 1
          ? "has only " + covers + " of " + demand.units() + " units"
          : "would need more parcels or a longer way";
    }
    return site.distanceKm() == null
        ? "has everything, but comes later in priority"
        : "has everything, but is farther away";
  }

  private @Nullable String wouldWin(Site site, int covers) {
    if (covers < demand.units()) {
      int more = demand.units() - covers;
      return "with " + more + " more unit" + (more == 1 ? "" : "s");
    }
    Double own = site.distanceKm();
    Double best = chosen.isEmpty() ? null : chosen.getFirst().distanceKm();
    return own == null || best == null ? null : "if it were " + km(Math.max(1, own - best)) + " nearer";
  }

  private static String excluded(Site site) {
    return site.location().kind() == LocationKind.MARKETPLACE
        ? "ships only what its marketplace sells"
        : "is not active";
  }

  private Candidate candidate(Site site, int covers, Verdict verdict, String reason, @Nullable String wouldWin) {
    return new Candidate(
        site.code(), site.location().name(), site.location().kind().name(), rounded(site.distanceKm()), covers,
        demand.units(), verdict, reason, wouldWin);
  }

  private static @Nullable Double rounded(@Nullable Double km) {
    return km == null ? null : Math.round(km * 10) / 10.0;
  }

  /** No two places are a million kilometres apart. */
  private static String km(double km) {
    long whole = Math.round(km);
    String tail = Long.toString(1_000 + whole % 1_000).substring(1);
    return whole < 1_000 ? whole + " km" : whole / 1_000 + "," + tail + " km";
  }

  private static String words(List<Missing> missing) {
    return missing.stream().map(m -> m.units() + " × " + m.sku()).collect(Collectors.joining(", "));
  }
}
