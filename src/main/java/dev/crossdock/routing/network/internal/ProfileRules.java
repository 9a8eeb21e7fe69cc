package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.PlaceProfile.Capacity;
import dev.crossdock.routing.facts.PlaceProfile.Costs;
import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import dev.crossdock.routing.network.Profile;
import dev.crossdock.routing.network.ProfileInput;
import dev.crossdock.routing.network.internal.Entries.Wanted;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges the description of one profile, and names every field that is wrong. Pure. */
public final class ProfileRules {

  static final int HANDLING_DAYS_MAX = 60;
  private static final int CAPACITY_MAX = 10_000_000;
  private static final String WORDS = "1 to 40 letters, digits, spaces and . _ : + / -.";
  private static final Predicate<String> HAZMAT = Faults.WORD.or("*"::equals);
  private static final Set<String> DAYS = names(DayOfWeek.values());
  private static final Set<String> TEMPERATURES = names(Temperature.values());

  private final Faults faults;

  private ProfileRules(Faults faults) {
    this.faults = faults;
  }

  /** The profile to keep, or nothing and at least one error more in the list. */
  public static @Nullable Wanted<Profile> judge(
      int index, ProfileInput input, Set<String> locations, List<ItemError> errors) {
    Faults faults = new Faults(index);
    String location = faults.text("location", input.location(), locations::contains, "There is no such location.");
    Profile profile = new ProfileRules(faults).profile(input);
    errors.addAll(faults.all());
    return faults.none() ? new Wanted<>(index, location, input.version(), profile) : null;
  }

  private Profile profile(ProfileInput input) {
    List<Temperature> temperatures =
        faults.words("temperatures", input.temperatures(), TEMPERATURES::contains, "unknown",
                "It must be one of AMBIENT, CHILLED, FROZEN.").stream()
            .map(Temperature::valueOf)
            .filter(temperature -> temperature != Temperature.AMBIENT)
            .toList();
    return new Profile(
        words("tags", input.tags()),
        words("programmes", input.programmes()),
        words("channels", input.channels()),
        faults.words("hazmat", input.hazmat(), HAZMAT, "format", "A class such as 9 or LQ, or * for all."),
        temperatures,
        input.oversize() == null || input.oversize(),
        input.pickup() != null && input.pickup(),
        faults.countries("countries", input.countries()),
        week(input.week()),
        capacity(input.capacity()),
        costs(input.costs()));
  }

  private List<String> words(String field, @Nullable List<@Nullable String> values) {
    return faults.words(field, values, Faults.WORD, "format", WORDS);
  }

  private Profile.@Nullable Week week(ProfileInput.@Nullable Week week) {
    if (week == null) {
      return null;
    }
    return new Profile.Week(
        hours(week.hours()),
        faults.dates("week.closed", week.closed()),
        faults.time("week.cutOff", week.cutOff()),
        faults.whole("week.handlingDays", week.handlingDays(), 0, HANDLING_DAYS_MAX, 0));
  }

  private SortedMap<DayOfWeek, Hours> hours(@Nullable Map<String, ProfileInput.@Nullable Hours> given) {
    SortedMap<DayOfWeek, Hours> hours = new TreeMap<>();
    if (given == null) {
      faults.refuse("week.hours", "required", "A week needs the hours of its working days.");
      return hours;
    }
    given.forEach(
        (day, span) -> {
          String field = "week.hours." + day;
          if (!DAYS.contains(day)) {
            faults.refuse("week.hours", "unknown", "A weekday is one of " + String.join(", ", DAYS) + ".");
          } else if (span != null) {
            LocalTime from = faults.time(field + ".from", span.from());
            LocalTime to = faults.time(field + ".to", span.to());
            if (from != null && to != null) {
              hours.put(DayOfWeek.valueOf(day), new Hours(from, to));
            } else if (span.from() == null || span.to() == null) {
              faults.refuse(field, "required", "A working day has a begin and an end.");
            }
          }
        });
    return hours;
  }

  private @Nullable Capacity capacity(ProfileInput.@Nullable Capacity capacity) {
    if (capacity == null || (capacity.perDay() == null && capacity.perHour() == null)) {
      return null;
    }
    return new Capacity(
        faults.whole("capacity.perDay", capacity.perDay(), 0, CAPACITY_MAX),
        faults.whole("capacity.perHour", capacity.perHour(), 0, CAPACITY_MAX));
  }

  private @Nullable Costs costs(ProfileInput.@Nullable Costs costs) {
    if (costs == null) {
      return null;
    }
    Currency currency = faults.currency("costs.currency", costs.currency());
    return new Costs(
        currency == null ? "" : currency.getCurrencyCode(),
        faults.amountOrZero("costs.perParcel", costs.perParcel(), currency),
        faults.amountOrZero("costs.perUnit", costs.perUnit(), currency));
  }

  private static Set<String> names(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
