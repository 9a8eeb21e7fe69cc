package dev.crossdock.routing.criteria.coversall;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** Asks only locations that have everything, so that the order leaves in one parcel. */
@Kind(type = "stock-covers-all", title = "Has everything", help = "Asks only locations that have the whole order.")
record CoversAll() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Coverage coverage = Coverage.of(place, facts);
    int missing = coverage.missing();
    if (missing == 0) {
      return Ruling.STAYS;
    }
    String has = coverage.covered() == 0 ? "none" : "only " + coverage.covered();
    return new Ruling.Out(
        "has " + has + " of " + Words.count(coverage.wanted(), "unit"), "with " + Words.count(missing, "more unit"));
  }
}
