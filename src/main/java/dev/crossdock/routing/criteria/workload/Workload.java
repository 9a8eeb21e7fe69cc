package dev.crossdock.routing.criteria.workload;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Prefers locations that were given few orders, whatever they could take. */
@Kind(
    type = "workload",
    title = "Orders given already",
    help = "Prefers locations that were given few orders: the score is their number.")
record Workload(@Parameter(title = "Counted by", begin = "\"DAY\"") Span per) implements Rating {

  /** Since when orders are counted. */
  enum Span {
    DAY,
    HOUR
  }

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return Math.max(0, taken(parcel));
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "was given " + Words.count((long) taken(parcel), "order") + " " + when();
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
    return "Fewest orders " + when();
  }

  private int taken(Parcel parcel) {
    return switch (per) {
      case DAY -> parcel.place().load().today();
      case HOUR -> parcel.place().load().thisHour();
    };
  }

  private String when() {
    return switch (per) {
      case DAY -> "today";
      case HOUR -> "this hour";
    };
  }
}
