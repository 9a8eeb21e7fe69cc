package dev.crossdock.routing.criteria.coversline;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel.Part;
import dev.crossdock.routing.facts.Place;

/** Asks only locations that have at least one line whole, so that no line is split. */
@Kind(
    type = "stock-covers-line",
    title = "Has a whole line",
    help = "Asks only locations that have all units of at least one line.")
record CoversLine() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    if (facts.order().lines().isEmpty()) {
      return Ruling.STAYS;
    }
    LineFacts nearest = facts.order().lines().getFirst();
    int missing = nearest.units();
    for (Part part : Coverage.of(place, facts).parts()) {
      int left = part.line().units() - part.units();
      if (left == 0) {
        return Ruling.STAYS;
      }
      if (left < missing) {
        missing = left;
        nearest = part.line();
      }
    }
    return new Ruling.Out(
        "has no line whole", "with " + Words.count(missing, "more unit") + " of " + nearest.sku());
  }
}
