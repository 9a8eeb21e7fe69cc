package dev.crossdock.routing;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.RoutingPlan.Assignment;
import dev.crossdock.routing.RoutingPlan.Missing;
import dev.crossdock.routing.RoutingPlan.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The default policy: one location that has everything; else the fewest parcels; then the nearest; then the
 * location's priority and code, so that the same facts give the same plan for ever. Units no location has are told
 * as missing, and the rest is planned without them. Pure.
 */
final class RoutingPlanner {

  static final String POLICY = "default";

  /** Above this many useful locations the search takes the one that helps most, instead of trying every set. */
  static final int EXACT_SITES_MAX = 12;

  /** Farther than any two places on the globe, so that what can be told beats what can't. */
  private static final double UNKNOWN_KM = 50_000;

  static final Comparator<Site> NEAREST =
      Comparator.comparing((Site site) -> site.distanceKm() == null ? Double.MAX_VALUE : site.distanceKm())
          .thenComparing(site -> site.location().priority())
          .thenComparing(Site::code);

  private RoutingPlanner() {}

  /** The plan; takes nothing from the pool. */
  static RoutingPlan plan(Demand demand, List<Site> sites, StockPool all) {
    StockPool pool = all.of(demand, sites);
    List<Site> able = sites.stream().filter(RoutingPlanner::ships).sorted(NEAREST).toList();
    List<Missing> missing = missing(demand, able, pool);
    Demand possible = without(demand, missing);
    List<Site> chosen = possible.lines().isEmpty() ? List.of() : choose(possible, able, pool);
    List<Assignment> assignments = assign(possible, chosen, pool);
    Outcome outcome = outcome(assignments, missing, chosen);
    Verdicts verdicts = new Verdicts(demand, possible, chosen, pool);
    return new RoutingPlan(
        outcome,
        rule(outcome),
        assignments,
        missing,
        sites.stream().sorted(NEAREST).map(site -> verdicts.of(site, ships(site))).toList(),
        verdicts.sentence(outcome, missing));
  }

  private static boolean ships(Site site) {
    return site.location().active() && site.location().kind() != LocationKind.MARKETPLACE;
  }

  /** What even all locations together can't give. */
  private static List<Missing> missing(Demand demand, List<Site> sites, StockPool pool) {
    StockPool left = pool.copy();
    List<Missing> missing = new ArrayList<>();
    for (Demand.Line line : demand.lines()) {
      int open = line.units();
      for (Site site : sites) {
        int units = left.units(line.components(), site.code(), open);
        left.take(line.components(), site.code(), units);
        open -= units;
      }
      if (open > 0) {
        missing.add(new Missing(line.line(), line.sku(), open));
      }
    }
    return missing;
  }

  private static Demand without(Demand demand, List<Missing> missing) {
    List<Demand.Line> lines = new ArrayList<>();
    for (Demand.Line line : demand.lines()) {
      int gone = missing.stream().filter(m -> m.line() == line.line()).mapToInt(Missing::units).sum();
      if (line.units() > gone) {
        lines.add(new Demand.Line(line.line(), line.sku(), line.units() - gone, line.components()));
      }
    }
    return new Demand(lines);
  }

  private static List<Site> choose(Demand demand, List<Site> sites, StockPool pool) {
    List<Site> useful = sites.stream().filter(site -> covered(demand, List.of(site), pool) > 0).toList();
    for (int size = 1; size <= useful.size() && useful.size() <= EXACT_SITES_MAX; size++) {
      Optional<List<Site>> best =
          Subsets.of(useful, size).stream()
              .filter(set -> covered(demand, set, pool) == demand.units())
              .min(Comparator.comparingDouble(RoutingPlanner::distance));
      if (best.isPresent()) {
        return best.get();
      }
    }
    return greedy(demand, useful, pool);
  }

  private static List<Site> greedy(Demand demand, List<Site> useful, StockPool pool) {
    List<Site> chosen = new ArrayList<>();
    List<Site> rest = new ArrayList<>(useful);
    while (!rest.isEmpty() && covered(demand, chosen, pool) < demand.units()) {
      Site next =
          rest.stream()
              .max(
                  Comparator.comparingInt((Site site) -> covered(demand, plus(chosen, site), pool))
                      .thenComparing(NEAREST.reversed()))
              .orElseThrow();
      chosen.add(next);
      rest.remove(next);
    }
    return chosen;
  }

  private static List<Site> plus(List<Site> sites, Site more) {
    List<Site> all = new ArrayList<>(sites);
    all.add(more);
    return all;
  }

  private static double distance(List<Site> sites) {
    double sum = 0;
    for (Site site : sites) {
      Double km = site.distanceKm();
      sum += km == null ? UNKNOWN_KM : km;
    }
    return sum;
  }

  static int covered(Demand demand, List<Site> sites, StockPool pool) {
    return assign(demand, sites, pool).stream().mapToInt(Assignment::units).sum();
  }

  private static List<Assignment> assign(Demand demand, List<Site> sites, StockPool pool) {
    StockPool left = pool.copy();
    List<Assignment> assignments = new ArrayList<>();
    for (Demand.Line line : demand.lines()) {
      int open = line.units();
      for (Site site : wholeFirst(line, sites, left)) {
        int units = left.units(line.components(), site.code(), open);
        if (units > 0) {
          left.take(line.components(), site.code(), units);
          assignments.add(new Assignment(line.line(), line.sku(), site.code(), units));
          open -= units;
        }
      }
    }
    return assignments;
  }

  /** A line is kept in one parcel where one of the locations can. */
  private static List<Site> wholeFirst(Demand.Line line, List<Site> sites, StockPool left) {
    return sites.stream()
        .sorted(
            Comparator.comparing((Site site) -> left.units(line.components(), site.code(), line.units()) < line.units())
                .thenComparing(NEAREST))
        .toList();
  }

  private static Outcome outcome(List<Assignment> assignments, List<Missing> missing, List<Site> chosen) {
    if (assignments.isEmpty()) {
      return Outcome.NOTHING;
    }
    if (!missing.isEmpty()) {
      return Outcome.PARTIAL;
    }
    return chosen.size() == 1 ? Outcome.WHOLE : Outcome.SPLIT;
  }

  private static String rule(Outcome outcome) {
    return switch (outcome) {
      case WHOLE -> "one location has everything";
      case SPLIT -> "fewest parcels";
      case PARTIAL -> "ship what there is, the rest waits for stock";
      case NOTHING -> "wait for stock";
    };
  }
}
