package dev.crossdock.routing.criteria.daystoleave;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.time.Instant;

/** Prefers plans whose last parcel leaves soonest, by cut-off and calendar. */
@Kind(
    type = "days-to-leave",
    title = "Days until it leaves",
    help = "Prefers locations that send it off soon, by cut-off and working calendar; without one, at once.")
record DaysToLeave(
    @Parameter(title = "Where it never works", help = "What is assumed then.", unit = "days", max = 400,
        begin = "30") int assumeDays)
    implements Rating {

  private static final int ASSUMED = 30;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Instant leaves = Carriage.leaves(parcel.place(), facts.now());
    return leaves == null ? assumeDays : Carriage.days(facts.now(), leaves);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Instant leaves = Carriage.leaves(parcel.place(), facts.now());
    return leaves == null
        ? "has a calendar without a working day, taken for " + Words.count(assumeDays, "day")
        : "sends it off " + Words.moment(leaves, parcel.place().location().timeZone());
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
    String assumed = Words.count(assumeDays, "day") + " where it never works";
    return "Soonest off" + Words.besides(Words.unless(assumeDays, ASSUMED, assumed));
  }
}
