package dev.crossdock.routing.criteria.distance;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers locations near the buyer, as the crow flies. */
@Kind(type = "distance", title = "Distance", help = "Prefers short ways to the buyer, as the crow flies.")
record Distance(
    @Parameter(title = "Where nobody can tell", help = "What is assumed then.", unit = "km", max = 100_000,
        begin = "20000") int assumeKilometres)
    implements Rating {

  private static final int ASSUMED = 20_000;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Double km = parcel.place().distanceKm();
    return km == null || !Double.isFinite(km) ? assumeKilometres : Math.max(0, km);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Double km = parcel.place().distanceKm();
    return km == null || !Double.isFinite(km)
        ? "is at a distance that nobody can tell, taken for " + assumeKilometres + " km"
        : "is " + Words.km(km) + " away";
  }

  @Override
  public Unit unit() {
    return Unit.KILOMETRES;
  }

  @Override
  public Over over() {
    return Over.SUM;
  }

  @Override
  public String sentence() {
    String assumed = assumeKilometres + " km where nobody can tell";
    return "The nearest" + Words.besides(Words.unless(assumeKilometres, ASSUMED, assumed));
  }
}
