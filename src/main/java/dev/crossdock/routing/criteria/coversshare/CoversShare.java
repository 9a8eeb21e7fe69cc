package dev.crossdock.routing.criteria.coversshare;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** Asks only locations that have a good part of the order, so that it is not split into crumbs. */
@Kind(
    type = "stock-covers-share",
    title = "Has a share",
    help = "Asks only locations that have at least this share of the order's units.")
record CoversShare(
    @Parameter(title = "At least", unit = "% of the units", min = 1, max = 100, begin = "50") int percentLeast)
    implements Filter {

  private static final int ALL = 100;

  @Override
  public Ruling judge(Place place, Facts facts) {
    Coverage coverage = Coverage.of(place, facts);
    long needed = ((long) coverage.wanted() * percentLeast + ALL - 1) / ALL;
    if (coverage.covered() >= needed) {
      return Ruling.STAYS;
    }
    return new Ruling.Out(
        "has " + coverage.covered() + " of " + Words.count(coverage.wanted(), "unit") + ", less than "
            + percentLeast + " %",
        "with " + Words.count(needed - coverage.covered(), "more unit"));
  }

  @Override
  public String sentence() {
    return "Has at least " + percentLeast + " % of the units";
  }
}
