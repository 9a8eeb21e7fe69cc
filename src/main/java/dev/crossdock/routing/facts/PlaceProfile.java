package dev.crossdock.routing.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a location can do and what it costs, as its keeper tells.
 *
 * @param tags the operator's own words for it
 * @param programmes channel programmes it may ship for ({@code FBA}, {@code WFS}, {@code SFP}, {@code prime})
 * @param channels the only channels it ships for; empty for all
 * @param hazmat classes of dangerous goods it may ship; {@code *} for all
 * @param temperatures besides ambient goods, what it can keep
 * @param oversize whether it ships bulky goods
 * @param pickup whether buyers collect there
 * @param countries the only countries it ships to; empty for all
 * @param calendar when it works; null where nobody said, and then every hour counts
 * @param capacity what it can take on; null for any amount
 * @param costs what its work costs; null where nobody said
 */
public record PlaceProfile(
    Set<String> tags,
    Set<String> programmes,
    Set<String> channels,
    Set<String> hazmat,
    Set<ItemFacts.Temperature> temperatures,
    boolean oversize,
    boolean pickup,
    Set<String> countries,
    @Nullable WorkingCalendar calendar,
    @Nullable Capacity capacity,
    @Nullable Costs costs) {

  /** A location of which nobody has said anything: it ships plain goods everywhere, at all hours. */
  public static final PlaceProfile PLAIN =
      new PlaceProfile(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), true, false, Set.of(), null, null, null);

  public PlaceProfile {
    tags = Set.copyOf(tags);
    programmes = Set.copyOf(programmes);
    channels = Set.copyOf(channels);
    hazmat = Set.copyOf(hazmat);
    temperatures = Set.copyOf(temperatures);
    countries = Set.copyOf(countries);
  }

  /** The same with another capacity. */
  public PlaceProfile with(Capacity other) {
    return new PlaceProfile(
        tags, programmes, channels, hazmat, temperatures, oversize, pickup, countries, calendar, other, costs);
  }

  /** The same with another calendar. */
  public PlaceProfile with(WorkingCalendar other) {
    return new PlaceProfile(
        tags, programmes, channels, hazmat, temperatures, oversize, pickup, countries, other, capacity, costs);
  }

  /**
   * Orders a location can take on.
   *
   * @param perDay in one day of its own calendar; null for any number
   * @param perHour in one clock hour; null for any number
   */
  public record Capacity(@Nullable Integer perDay, @Nullable Integer perHour) {}

  /**
   * What the work costs, minor units of {@code currency}.
   *
   * @param perParcel picking walk, box, filling and label
   * @param perUnit each unit picked
   */
  public record Costs(String currency, long perParcel, long perUnit) {}
}
