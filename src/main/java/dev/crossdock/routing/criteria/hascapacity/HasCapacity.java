package dev.crossdock.routing.criteria.hascapacity;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps out locations that have taken on all they can today, or this hour. */
@Kind(
    type = "capacity",
    title = "Has capacity",
    help = "Asks only locations that can take on another order, by their capacity for a day and for an hour.")
record HasCapacity(
    @Parameter(title = "Counted by", min = 1, begin = "[\"DAY\",\"HOUR\"]") Set<Span> per,
    @Parameter(title = "Up to", unit = "% of the capacity", min = 1, max = 200, begin = "100") int percentMost)
    implements Filter {

  private static final int ALL = 100;

  /** The time that a capacity is for. */
  enum Span {
    DAY,
    HOUR
  }

  @Override
  public Ruling judge(Place place, Facts facts) {
    Capacity capacity = place.profile().capacity();
    if (capacity == null) {
      return Ruling.STAYS;
    }
    Ruling day = per.contains(Span.DAY) ? judge(capacity.perDay(), place.load().today(), "today") : Ruling.STAYS;
    boolean full = day instanceof Ruling.Out;
    return full || !per.contains(Span.HOUR) ? day : judge(capacity.perHour(), place.load().thisHour(), "this hour");
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    Capacity capacity = place.profile().capacity();
    if (capacity == null) {
      return null;
    }
    boolean today =
        per.contains(Span.DAY) && judge(capacity.perDay(), place.load().today(), "today") instanceof Ruling.Out;
    Capacity more =
        today
            ? new Capacity(enough(place.load().today()), capacity.perHour())
            : new Capacity(capacity.perDay(), enough(place.load().thisHour()));
    return new Change.There(place.with(place.profile().with(more)));
  }

  /** A capacity of which this many are not yet the limit. */
  private int enough(int taken) {
    return (int) Math.min(Integer.MAX_VALUE, ((taken + 1L) * ALL + percentMost - 1) / percentMost);
  }

  @Override
  public String sentence() {
    String share = percentMost == ALL ? "" : " up to " + percentMost + " %";
    return "Has capacity by the " + Words.allOf(per) + share;
  }

  private Ruling judge(@Nullable Integer capacity, int taken, String when) {
    long most = capacity == null ? Long.MAX_VALUE : (long) capacity * percentMost / ALL;
    if (taken < most) {
      return Ruling.STAYS;
    }
    return new Ruling.Out(
        "has " + Words.count(taken, "order") + " " + when + ", and " + most + " is the limit",
        "if it could take on " + (taken - most + 1) + " more " + when);
  }
}
