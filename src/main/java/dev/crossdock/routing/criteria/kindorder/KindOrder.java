package dev.crossdock.routing.criteria.kindorder;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.util.List;

/** Prefers kinds of location in the order of a list; those that it does not name come last. */
@Kind(
    type = "kind-order",
    title = "Kinds in this order",
    help = "Prefers the kinds of location of this list, the first the most. Those that it does not name come last.")
record KindOrder(@Parameter(title = "Kinds", begin = "[\"STORE\"]") List<LocationKind> kinds) implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    int place = kinds.indexOf(parcel.place().location().kind());
    return place < 0 ? kinds.size() : place;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    LocationKind kind = parcel.place().location().kind();
    int place = kinds.indexOf(kind);
    return "is a " + Words.of(kind) + (place < 0 ? ", which the list does not name" : ", number " + (place + 1));
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
    return kinds.isEmpty()
        ? "Kinds in no order"
        : "In this order: " + String.join(", ", kinds.stream().map(Words::of).toList());
  }
}
