package dev.crossdock.routing.criteria.load;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import org.jspecify.annotations.Nullable;

/** Prefers locations with room: the score is how much of their capacity is used, in per cent. */
@Kind(
    type = "load",
    title = "Used capacity",
    help = "Prefers locations that have used little of their capacity. Without a limit it counts as unused.")
record Load(@Parameter(title = "Counted by", begin = "\"DAY\"") Span per) implements Rating {

  private static final double ALL = 100;

  /** The time that a capacity is for. */
  enum Span {
    DAY,
    HOUR
  }

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Integer capacity = capacity(parcel.place());
    if (capacity == null) {
      return 0;
    }
    return capacity <= 0 ? ALL : ALL * Math.max(0, taken(parcel.place())) / capacity;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Integer capacity = capacity(parcel.place());
    return capacity == null
        ? "has no limit for " + when()
        : "has " + taken(parcel.place()) + " of " + Words.count((long) capacity, "order") + " " + when();
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
    return "Least used capacity of " + when();
  }

  private @Nullable Integer capacity(Place place) {
    Capacity capacity = place.profile().capacity();
    if (capacity == null) {
      return null;
    }
    return switch (per) {
      case DAY -> capacity.perDay();
      case HOUR -> capacity.perHour();
    };
  }

  private int taken(Place place) {
    return switch (per) {
      case DAY -> place.load().today();
      case HOUR -> place.load().thisHour();
    };
  }

  private String when() {
    return switch (per) {
      case DAY -> "today";
      case HOUR -> "this hour";
    };
  }
}
