package dev.crossdock.routing.criteria;

import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/** Scores what a place would ship: the smaller, the better. A plan of several parcels has their sum, or the worst. */
public non-sealed interface Rating extends Criterion {

  /** How the parcels of a plan are taken together. */
  enum Over {
    SUM,
    WORST
  }

  /** In what it is measured; money is minor units of the order's currency. */
  enum Unit {
    MONEY,
    KILOMETRES,
    DAYS,
    UNITS,
    PARCELS,
    POINTS
  }

  /**
   * The score: finite, never NaN, at least 0, so that a plan never gets better by one parcel more; what is below counts
   * as 0. Called many times in a search, so it makes no text.
   */
  double rate(Parcel parcel, Facts facts);

  /** A clause that follows the place's name and says how the score came about: {@code is 38 km away}. */
  String because(Parcel parcel, Facts facts);

  Unit unit();

  Over over();
}
