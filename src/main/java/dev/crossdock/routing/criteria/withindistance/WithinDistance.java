package dev.crossdock.routing.criteria.withindistance;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/** Asks only locations near the buyer, as the crow flies. */
@Kind(
    type = "within-distance",
    title = "Within a distance",
    help = "Asks only locations within so many kilometres of the buyer, as the crow flies.")
record WithinDistance(
    @Parameter(title = "At most", unit = "km", min = 1, max = 20_100, begin = "500") int kilometresMost,
    @Parameter(title = "Where nobody can tell", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Double km = place.distanceKm();
    if (km == null || !Double.isFinite(km)) {
      return unknown.rule("is at a distance that nobody can tell", "if its and the buyer's coordinates were known");
    }
    return km <= kilometresMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "is " + Words.km(km) + " away, and " + kilometresMost + " km is the limit",
            "if the limit were " + Words.km(Math.ceil(km)));
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    Double km = place.distanceKm();
    return km == null || !Double.isFinite(km)
        ? null
        : new Change.Rule(new WithinDistance((int) Math.max(kilometresMost, Math.ceil(km)), unknown));
  }

  @Override
  public String sentence() {
    return "Within " + kilometresMost + " km" + unknown.words();
  }
}
