package dev.crossdock.routing.network;

import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.facts.PlaceProfile.Costs;
import dev.crossdock.routing.facts.WorkingCalendar;
import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a location can do and what it costs, as it is stored: lists in order, times without their zone. */
public record Profile(
    List<String> tags,
    List<String> programmes,
    List<String> channels,
    List<String> hazmat,
    List<Temperature> temperatures,
    boolean oversize,
    boolean pickup,
    List<String> countries,
    @Nullable Week week,
    @Nullable Capacity capacity,
    @Nullable Costs costs) {

  public Profile {
    tags = List.copyOf(tags);
    programmes = List.copyOf(programmes);
    channels = List.copyOf(channels);
    hazmat = List.copyOf(hazmat);
    temperatures = List.copyOf(temperatures);
    countries = List.copyOf(countries);
  }

  /** When it works; {@code cutOff} is null where orders are taken until work ends, or midnight comes. */
  public record Week(
      SortedMap<DayOfWeek, Hours> hours, List<LocalDate> closed, @Nullable LocalTime cutOff, int handlingDays) {

    /** A day off has no hours: a null there is the same as nothing. */
    public Week {
      hours = new TreeMap<>(hours);
      closed = List.copyOf(closed);
    }

    WorkingCalendar in(ZoneId zone) {
      // A cut-off later than work ends is cut to that.
      return new WorkingCalendar(
          zone, Map.copyOf(hours), Set.copyOf(closed), cutOff == null ? LocalTime.MAX : cutOff, handlingDays);
    }
  }

  /** As routing reads it, for a location of this time zone. */
  public PlaceProfile facts(ZoneId zone) {
    return new PlaceProfile(
        Set.copyOf(tags), Set.copyOf(programmes), Set.copyOf(channels), Set.copyOf(hazmat),
        Set.copyOf(temperatures), oversize, pickup, Set.copyOf(countries), week == null ? null : week.in(zone),
        capacity, costs);
  }
}
