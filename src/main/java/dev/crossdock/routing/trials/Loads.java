package dev.crossdock.routing.trials;

import dev.crossdock.inventory.Location;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.PlaceLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/** Orders that locations were given, by their own days and hours. */
final class Loads {

  private final Map<String, Count> counts = new HashMap<>();

  private record Count(LocalDate day, int hour, int today, int thisHour) {}

  void add(Place place, Instant now) {
    PlaceLoad load = of(place.location(), now);
    ZonedDateTime there = now.atZone(place.location().timeZone());
    counts.put(
        place.code(), new Count(there.toLocalDate(), there.getHour(), load.today() + 1, load.thisHour() + 1));
  }

  PlaceLoad of(Location location, Instant now) {
    Count count = counts.get(location.code());
    if (count == null) {
      return PlaceLoad.NONE;
    }
    ZonedDateTime there = now.atZone(location.timeZone());
    if (!count.day().equals(there.toLocalDate())) {
      return PlaceLoad.NONE;
    }
    return new PlaceLoad(count.today(), count.hour() == there.getHour() ? count.thisHour() : 0);
  }
}
