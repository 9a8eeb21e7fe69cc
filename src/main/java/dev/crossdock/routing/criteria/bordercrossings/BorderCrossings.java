package dev.crossdock.routing.criteria.bordercrossings;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Border;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers ways that cross no border: each parcel that does counts one. */
@Kind(
    type = "border-crossings",
    title = "Border crossings",
    help = "Prefers parcels that cross no such border. Where the order's country is not known, none is crossed.")
record BorderCrossings(@Parameter(title = "Border", begin = "\"CUSTOMS\"") Border border) implements Rating {

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return Boolean.TRUE.equals(border.crossed(parcel.place(), facts)) ? 1 : 0;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Boolean crossed = border.crossed(parcel.place(), facts);
    if (crossed == null) {
      return "crosses no border that is known, since the order has no country";
    }
    return crossed ? "is on the other side of " + border.words() : "is on this side of " + border.words();
  }

  @Override
  public Unit unit() {
    return Unit.POINTS;
  }

  @Override
  public Over over() {
    return Over.SUM;
  }

  @Override
  public String sentence() {
    return "Not across " + border.words();
  }
}
