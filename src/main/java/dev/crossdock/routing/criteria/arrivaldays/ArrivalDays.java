package dev.crossdock.routing.criteria.arrivaldays;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.time.Instant;

/** Prefers plans whose last parcel is there soonest, handling and carriage together. */
@Kind(
    type = "arrival-days",
    title = "Days until it is there",
    help = "Prefers early arrival, counted from now, by the service that would be taken.")
record ArrivalDays(
    @Parameter(title = "Where no rate card tells", help = "What is assumed then.", unit = "days", max = 400,
        begin = "30") int assumeDays)
    implements Rating {

  private static final int ASSUMED = 30;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Instant arrives = Carriage.of(parcel, facts).arrives();
    return arrives == null ? assumeDays : Carriage.days(facts.now(), arrives);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Carriage carriage = Carriage.of(parcel, facts);
    Instant arrives = carriage.arrives();
    return arrives == null
        ? carriage.withoutArrival() + ", taken for " + Words.count(assumeDays, "day")
        : "is there " + Words.moment(arrives, parcel.place().location().timeZone()) + " with " + carriage.service();
  }

  @Override
  public Unit unit() {
    return Unit.DAYS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }

  @Override
  public String sentence() {
    String assumed = Words.count(assumeDays, "day") + " where no rate card tells";
    return "Soonest there" + Words.besides(Words.unless(assumeDays, ASSUMED, assumed));
  }
}
