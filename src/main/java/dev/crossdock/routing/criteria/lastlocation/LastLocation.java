package dev.crossdock.routing.criteria.lastlocation;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers the location that the buyer's last order left: 0 there, 1 elsewhere. */
@Kind(
    type = "last-location",
    title = "Same location as last time",
    help = "Prefers the location that the buyer's last order left. For a new buyer all are equal.",
    asksBuyer = true)
record LastLocation() implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    String last = facts.order().customer().lastLocation();
    return last == null || last.equals(parcel.place().code()) ? 0 : 1;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    String last = facts.order().customer().lastLocation();
    if (last == null) {
      return "is as good as any for a new buyer";
    }
    return last.equals(parcel.place().code())
        ? "served the buyer last"
        : "is not " + last + ", which served the buyer last";
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
