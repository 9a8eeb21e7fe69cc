package dev.crossdock.routing.network;

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

  /**
   * When it works, in its own time zone.
   *
   * @param hours by weekday, {@code MONDAY}: from and to, {@code 09:00}
   * @param closed days off, {@code 2026-12-25}
   * @param cutOff {@code 14:00}; absent where orders are taken until work ends
   * @param handlingDays 0 unless told
   */
  public record Week(
      @Nullable Map<String, @Nullable Hours> hours,
      @Nullable List<@Nullable String> closed,
      @Nullable String cutOff,
      @Nullable Integer handlingDays) {}

  /** Of one weekday; an end that is not after the begin is on the next day. */
  public record Hours(@Nullable String from, @Nullable String to) {}

  /** Orders it can take on. */
  public record Capacity(@Nullable Integer perDay, @Nullable Integer perHour) {}

  /** What its work costs, in decimals of the currency; what is absent costs nothing. */
  public record Costs(@Nullable String currency, @Nullable String perParcel, @Nullable String perUnit) {}
}
