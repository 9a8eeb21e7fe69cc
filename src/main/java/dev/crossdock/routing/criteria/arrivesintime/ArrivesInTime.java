package dev.crossdock.routing.criteria.arrivesintime;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import java.time.Duration;
import java.time.Instant;

/** Asks only locations from which some service is there by the date that the buyer was promised. */
@Kind(
    type = "arrives-in-time",
    title = "Arrives in time",
    help = "Asks only locations from which the parcel can be there by the promised date. An order without one goes by.")
record ArrivesInTime(
    @Parameter(title = "Late at most", unit = "days", max = 60, begin = "0") int daysLateMost,
    @Parameter(title = "Where no rate card tells", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Instant by = facts.order().deliverBy();
    if (by == null) {
      return Ruling.STAYS;
    }
    Carriage carriage = Carriage.fastest(Goods.possible(place, facts), facts);
    Instant arrives = carriage.arrives();
    if (arrives == null) {
      return unknown.rule(carriage.withoutArrival(), "if its transit time were known");
    }
    Duration late = Duration.between(by, arrives).minus(Duration.ofDays(daysLateMost));
    if (late.isNegative() || late.isZero()) {
      return Ruling.STAYS;
    }
    String when = Words.moment(arrives, place.location().timeZone());
    return new Ruling.Out(
        "would be there " + when + " with " + carriage.service() + ", " + Words.span(late) + " too late",
        "if it were there " + Words.span(late) + " sooner");
  }

  @Override
  public String sentence() {
    String late = daysLateMost == 0 ? "" : ", or at most " + Words.count(daysLateMost, "day") + " late";
    return "Arrives by the promised date" + late + unknown.words();
  }
}
