package dev.crossdock.routing.engine;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.Tariffs.Quote;
import dev.crossdock.routing.facts.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * Days until a parcel is there: it leaves when its place's calendar says, and arrives with the fastest service of the
 * rate cards; where no card tells, it is there when it leaves.
 */
@Kind(type = "days-under-way", title = "Days under way", help = "Days until the parcel is there.")
record DaysUnderWay() implements Rating {

  private static final double A_DAY = Duration.ofDays(1).toSeconds();

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return days(facts.now(), arrives(parcel, facts, leaves(parcel.place(), facts.now())));
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "takes " + Words.amount(rate(parcel, facts), Unit.DAYS, "");
  }

  @Override
  public Unit unit() {
    return Unit.DAYS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }

  /** A place that never works never sends anything off. */
  static Instant leaves(Place from, Instant now) {
    WorkingCalendar calendar = from.profile().calendar();
    return calendar == null ? now : calendar.leaves(now).orElse(now.plus(Duration.ofDays(400)));
  }

  static Instant arrives(Parcel parcel, Facts facts, Instant leaves) {
    Instant soonest = null;
    for (Quote quote :
        facts.tariffs().quotes(parcel.place(), facts.order().destination(), parcel.load(), leaves)) {
      Instant arrives = quote.arrives();
      if (arrives != null && (soonest == null || arrives.isBefore(soonest))) {
        soonest = arrives;
      }
    }
    return soonest == null ? leaves : soonest;
  }

  private static double days(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toSeconds() / A_DAY);
  }
}
