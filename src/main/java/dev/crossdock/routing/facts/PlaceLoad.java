package dev.crossdock.routing.facts;

/**
 * Orders that were given to a location already.
 *
 * @param today since midnight in its own time zone
 * @param thisHour since the full hour
 */
public record PlaceLoad(int today, int thisHour) {
  public static final PlaceLoad NONE = new PlaceLoad(0, 0);
}
