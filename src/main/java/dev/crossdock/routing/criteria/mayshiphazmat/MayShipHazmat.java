package dev.crossdock.routing.criteria.mayshiphazmat;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Keeps dangerous goods from locations that may not ship their class. */
@Kind(
    type = "hazmat",
    title = "May ship dangerous goods",
    help = "Asks only locations that may ship the class of every dangerous item that they would be asked for.")
record MayShipHazmat() implements LineFilter {

  private static final String ALL = "*";

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    String hazmat = line.item().hazmat();
    Set<String> allowed = place.profile().hazmat();
    return hazmat == null || allowed.contains(ALL) || Goods.contains(allowed, hazmat)
        ? Ruling.STAYS
        : new Ruling.Out(
            "may not ship " + line.sku() + ", dangerous goods of class " + hazmat,
            "if it might ship class " + hazmat);
  }
}
