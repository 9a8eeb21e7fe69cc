package dev.crossdock.routing.criteria.shipsbulky;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;

/** Keeps bulky goods from locations that don't ship them. */
@Kind(
    type = "oversize",
    title = "Ships bulky goods",
    help = "Asks only locations that ship bulky goods, where they would be asked for such an item.")
record ShipsBulky() implements LineFilter {

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    return place.profile().oversize() || !line.item().oversize()
        ? Ruling.STAYS
        : new Ruling.Out("ships nothing as bulky as " + line.sku(), "if it shipped bulky goods");
  }
}
