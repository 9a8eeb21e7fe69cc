package dev.crossdock.routing.criteria.transitdays;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.time.Instant;

/** Prefers carriage that takes few days, by the service that would be taken. */
@Kind(
    type = "days-with-carrier",
    title = "Days with the carrier",
    help = "Prefers short carriage, counted from leaving, by the service that would be taken.")
record TransitDays(
    @Parameter(title = "Where no rate card tells", help = "What is assumed then.", unit = "days", max = 400,
        begin = "30") int assumeDays)
    implements Rating {

  private static final int ASSUMED = 30;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Carriage carriage = Carriage.of(parcel, facts);
    Instant leaves = carriage.leaves();
    Instant arrives = carriage.arrives();
    return leaves == null || arrives == null ? assumeDays : Carriage.days(leaves, arrives);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Carriage carriage = Carriage.of(parcel, facts);
    Instant leaves = carriage.leaves();
    Instant arrives = carriage.arrives();
    return leaves == null || arrives == null
        ? carriage.withoutArrival() + ", taken for " + Words.count(assumeDays, "day")
        : "is " + Words.count(Carriage.days(leaves, arrives), "day") + " away with " + carriage.service();
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
    String assumed = assumeDays + " where no rate card tells";
    return "Fewest days with the carrier" + Words.besides(Words.unless(assumeDays, ASSUMED, assumed));
  }
}
