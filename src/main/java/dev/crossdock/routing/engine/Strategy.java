package dev.crossdock.routing.engine;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Criterion;
import dev.crossdock.routing.criteria.Filter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a rule finds places: who is asked, who is kept out, what is best, how far an order may be split, and what is to
 * be done when it does not fit.
 *
 * @param filters in the order in which they are tried; the first that keeps a place out is the one that is told
 */
public record Strategy(
    Candidates candidates, List<Filter> filters, Objective objective, Split split, Otherwise otherwise) {

  public Strategy {
    filters = List.copyOf(filters);
  }

  /** All criteria that it asks. */
  public Stream<Criterion> criteria() {
    Stream<? extends Criterion> ratings =
        switch (objective) {
          case Objective.InTurn(List<Objective.Step> steps) -> steps.stream().map(Objective.Step::rating);
          case Objective.InMoney(List<Objective.Weight> weights) -> weights.stream().map(Objective.Weight::rating);
        };
    return Stream.concat(filters.stream(), ratings);
  }

  /**
   * Which locations are asked at all; each set that is empty asks for nothing.
   *
   * @param kinds marketplaces' own warehouses ship only when they are named here
   * @param tags a location with any of them
   */
  public record Candidates(Set<LocationKind> kinds, Set<String> codes, Set<String> tags) {
    public static final Candidates ALL = new Candidates(Set.of(), Set.of(), Set.of());

    public Candidates {
      kinds = Set.copyOf(kinds);
      codes = Set.copyOf(codes);
      tags = Set.copyOf(tags);
    }
  }
}
