package dev.crossdock.routing.criteria.onlylastlocation;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;

/** Ships a buyer's order from where the last one left; who has none yet is served by any. */
@Kind(
    type = "only-last-location",
    title = "Same location as last time",
    help = "Asks only the location that the buyer's last order left. A new buyer's order goes by.",
    asksBuyer = true)
record OnlyLastLocation() implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    String last = facts.order().customer().lastLocation();
    return last == null || last.equals(place.code())
        ? Ruling.STAYS
        : new Ruling.Out(
            "is not " + last + ", from where the buyer was served last", "if it had served the buyer last");
  }
}
