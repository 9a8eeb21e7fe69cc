package dev.crossdock.routing.criteria.shipstogether;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Parcel.Part;
import dev.crossdock.routing.facts.Place;

/** Asks only locations that have the whole of everything that must leave in one parcel. */
@Kind(
    type = "ships-together",
    title = "Ships together",
    help = "Asks only locations that have all of the lines that must leave in one parcel. Other lines go by.")
record ShipsTogether() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    int missing = 0;
    String group = "";
    String sku = "";
    Coverage coverage = null;
    for (LineFacts line : facts.order().lines()) {
      String word = line.item().together();
      if (word != null && missing == 0) {
        coverage = coverage == null ? Coverage.of(place, facts) : coverage;
        missing = line.units() - covered(coverage, line);
        group = word;
        sku = line.sku();
      }
    }
    return missing == 0
        ? Ruling.STAYS
        : new Ruling.Out(
            "has not all of what ships together as " + group,
            "with " + Words.count(missing, "more unit") + " of " + sku);
  }

  private static int covered(Coverage coverage, LineFacts line) {
    for (Part part : coverage.parts()) {
      if (part.line().line() == line.line()) {
        return part.units();
      }
    }
    return 0;
  }
}
