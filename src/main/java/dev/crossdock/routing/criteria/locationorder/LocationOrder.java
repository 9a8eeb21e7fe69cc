package dev.crossdock.routing.criteria.locationorder;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.util.List;

/** Prefers locations in the order of a list; those that it does not name come last. */
@Kind(
    type = "location-order",
    title = "Locations in this order",
    help = "Prefers the locations of this list, the first the most. Those that it does not name come last.")
record LocationOrder(
    @Parameter(title = "Locations", names = Names.LOCATION, begin = "[]") List<String> locations) implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    int place = locations.indexOf(parcel.place().code());
    return place < 0 ? locations.size() : place;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    int place = locations.indexOf(parcel.place().code());
    return place < 0 ? "is not on the list" : "is number " + (place + 1) + " on the list";
  }

  @Override
  public Unit unit() {
    return Unit.POINTS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }

  @Override
  public String sentence() {
    return locations.isEmpty() ? "Locations in no order" : "In this order: " + String.join(", ", locations);
  }
}
