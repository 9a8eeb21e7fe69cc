package dev.crossdock.routing.criteria.pickupplace;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** Sends an order that is collected to where its buyer collects; everything else goes by. */
@Kind(
    type = "pickup",
    title = "Pickup",
    help = "Asks, for orders that the buyer collects, only the location that was chosen, or any that offers pickup.")
record PickupPlace(@Parameter(title = "Where", begin = "\"CHOSEN\"") Where where) implements Filter {

  /** Which locations an order for pickup may come from. */
  enum Where {
    CHOSEN,
    ANY
  }

  @Override
  public Ruling judge(Place place, Facts facts) {
    String chosen = facts.order().pickupAt();
    if (chosen == null || chosen.equals(place.code())) {
      return Ruling.STAYS;
    }
    return switch (where) {
      case CHOSEN -> new Ruling.Out("is not " + chosen + ", where the buyer collects", "if the buyer collected there");
      case ANY ->
          place.profile().pickup() ? Ruling.STAYS : new Ruling.Out("offers no pickup", "if it offered pickup");
    };
  }

  @Override
  public String sentence() {
    return switch (where) {
      case CHOSEN -> "Pickup at the chosen location only";
      case ANY -> "Pickup at any location that offers it";
    };
  }
}
