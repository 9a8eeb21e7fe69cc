package dev.crossdock.routing.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.platform.money.Money;
import dev.crossdock.routing.facts.PlaceProfile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A location's profile as somebody describes it, whole and unchecked: what is absent takes its default, that of a place
 * of which nobody has said anything.
 *
 * @param location its code
 * @param version the version the caller has seen, 0 for none; a profile that was changed meanwhile is refused
 * @param week when it works; absent for every hour of every day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProfileInput(
    @Nullable String location,
    @Nullable Integer version,
    @Nullable List<@Nullable String> tags,
    @Nullable List<@Nullable String> programmes,
    @Nullable List<@Nullable String> channels,
    @Nullable List<@Nullable String> hazmat,
    @Nullable List<@Nullable String> temperatures,
    @Nullable Boolean oversize,
    @Nullable Boolean pickup,
    @Nullable List<@Nullable String> countries,
    @Nullable Week week,
    @Nullable Capacity capacity,
    @Nullable Costs costs) {

  /** As somebody would tell it again. */
  public static ProfileInput of(Kept<Profile> kept) {
    Profile told = kept.content();
    PlaceProfile.Capacity limits = told.capacity();
    return new ProfileInput(
        kept.name(), kept.version(), Loose.list(told.tags()), Loose.list(told.programmes()),
        Loose.list(told.channels()), Loose.list(told.hazmat()),
        Loose.list(told.temperatures().stream().map(Enum::name).toList()), told.oversize(), told.pickup(),
        Loose.list(told.countries()), told.week() == null ? null : Week.of(told.week()),
        limits == null ? null : new Capacity(limits.perDay(), limits.perHour()),
        told.costs() == null ? null : Costs.of(told.costs()));
  }

  /** The same for this location and version. */
  public ProfileInput named(String code, @Nullable Integer expected) {
    return new ProfileInput(
        code, expected == null ? version : expected, tags, programmes, channels, hazmat, temperatures, oversize,
        pickup, countries, week, capacity, costs);
  }

  /**
   * When it works, in its own time zone.
   *
   * @param hours by weekday, {@code MONDAY}: from and to, {@code 09:00}
   * @param closed days off, {@code 2026-12-25}
   * @param cutOff {@code 14:00}; absent where orders are taken until work ends
   * @param handlingDays 0 unless told
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Week(
      @Nullable Map<String, @Nullable Hours> hours,
      @Nullable List<@Nullable String> closed,
      @Nullable String cutOff,
      @Nullable Integer handlingDays) {

    static Week of(Profile.Week week) {
      Map<String, @Nullable Hours> hours = new LinkedHashMap<>();
      week.hours().forEach((day, span) -> hours.put(day.name(), new Hours(text(span.from()), text(span.to()))));
      LocalTime cutOff = week.cutOff();
      return new Week(
          hours, Loose.list(week.closed().stream().map(LocalDate::toString).toList()),
          cutOff == null ? null : text(cutOff), week.handlingDays());
    }

    private static String text(LocalTime time) {
      return time.toString();
    }
  }

  /** Of one weekday; an end that is not after the begin is on the next day. */
  public record Hours(@Nullable String from, @Nullable String to) {}

  /** Orders it can take on. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Capacity(@Nullable Integer perDay, @Nullable Integer perHour) {}

  /** What its work costs, in decimals of the currency; what is absent costs nothing. */
  public record Costs(@Nullable String currency, @Nullable String perParcel, @Nullable String perUnit) {

    static Costs of(PlaceProfile.Costs costs) {
      Currency currency = Currency.getInstance(costs.currency());
      return new Costs(
          costs.currency(), new Money(costs.perParcel(), currency).text(), new Money(costs.perUnit(), currency).text());
    }
  }
}
