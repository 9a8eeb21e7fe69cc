package dev.crossdock.routing.criteria.mayshiphazmat;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps dangerous goods from locations that may not ship their class. */
@Kind(
    type = "hazmat",
    title = "May ship dangerous goods",
    help = "Asks only locations that may ship the class of every dangerous item that they would be asked for.")
record MayShipHazmat() implements Filter {

  private static final String ALL = "*";

  @Override
  public Ruling judge(Place place, Facts facts) {
    Set<String> allowed = place.profile().hazmat();
    if (allowed.contains(ALL)) {
      return Ruling.STAYS;
    }
    LineFacts line = Goods.first(place, facts, one -> forbidden(one.item().hazmat(), allowed));
    return line == null
        ? Ruling.STAYS
        : new Ruling.Out(
            "may not ship " + line.sku() + ", dangerous goods of class " + line.item().hazmat(),
            "if it might ship class " + line.item().hazmat());
  }

  private static boolean forbidden(@Nullable String hazmat, Set<String> allowed) {
    return hazmat != null && !Goods.contains(allowed, hazmat);
  }
}
