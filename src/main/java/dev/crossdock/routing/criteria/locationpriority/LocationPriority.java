package dev.crossdock.routing.criteria.locationpriority;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers the merchant's own order of its locations. */
@Kind(
    type = "location-priority",
    title = "Priority of the location",
    help = "Prefers locations with a small priority number; numbers below 0 count as 0.")
record LocationPriority() implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return Math.max(0, parcel.place().location().priority());
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "has priority " + parcel.place().location().priority();
  }

  @Override
  public Unit unit() {
    return Unit.POINTS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }
}
