package dev.crossdock.routing.criteria.parcels;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers few parcels: each counts one. */
@Kind(type = "parcels", title = "Parcels", help = "Prefers few parcels.")
record Parcels() implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return 1;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "sends " + Words.count(parcel.units(), "unit") + " in one parcel";
  }

  @Override
  public Unit unit() {
    return Unit.PARCELS;
  }

  @Override
  public Over over() {
    return Over.SUM;
  }
}
