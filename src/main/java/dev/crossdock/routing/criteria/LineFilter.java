package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;

/**
 * A fence that concerns goods: keeps lines from leaving a place, and lets the others go. A place that may ship none of
 * what it has of the order is kept out.
 */
public interface LineFilter extends Filter {

  /** Whether the line may leave from the place, as if it were there; looks at no stock. The clause names the line. */
  Ruling judge(LineFacts line, Place place, Facts facts);

  /** The first line of which the place has a unit that may not leave; else what is not known of one. */
  @Override
  default Ruling judge(Place place, Facts facts) {
    Ruling all = Ruling.STAYS;
    for (LineFacts line : facts.order().lines()) {
      Ruling own = judge(line, place, facts);
      if (!own.equals(Ruling.STAYS) && Goods.has(line, place, facts)) {
        if (own instanceof Ruling.Out) {
          return own;
        }
        all = all.equals(Ruling.STAYS) ? own : all;
      }
    }
    return all;
  }
}
