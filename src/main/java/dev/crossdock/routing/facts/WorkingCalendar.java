package dev.crossdock.routing.facts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a location works, in its own time zone. An order that comes until the cut-off of a working day leaves when that
 * day's work ends; a later one the next working day. {@code handlingDays} more working days pass before that.
 *
 * @param hours of each working day; a weekday without any is free
 * @param closed days off besides
 * @param cutOff the last moment at which an order still leaves the same day
 * @param handlingDays working days between an order and its leaving, 0 for the same day
 */
public record WorkingCalendar(
    ZoneId zone, Map<DayOfWeek, Hours> hours, Set<LocalDate> closed, LocalTime cutOff, int handlingDays) {

  /** A calendar without a working day in so long is taken for one that never works. */
  private static final int DAYS_MAX = 400;

  /** From when to when; the end is after the begin on the same day. */
  public record Hours(LocalTime from, LocalTime to) {}

  public WorkingCalendar {
    hours = Map.copyOf(hours.isEmpty() ? Map.of() : new EnumMap<>(hours));
    closed = Set.copyOf(closed);
  }

  /** Whether somebody works that day. */
  public boolean works(LocalDate day) {
    return hours.containsKey(day.getDayOfWeek()) && !closed.contains(day);
  }

  /** When an order that comes now leaves; nothing when the calendar has no working day in more than a year. */
  public Optional<Instant> leaves(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    LocalDate today = there.toLocalDate();
    boolean inTime = works(today) && !there.toLocalTime().isAfter(cutOff);
    int left = handlingDays;
    LocalDate day = today;
    for (int i = 0; i <= DAYS_MAX; i++, day = day.plusDays(1)) {
      if (works(day) && (i > 0 || inTime)) {
        if (left == 0) {
          return Optional.of(day.atTime(hours.get(day.getDayOfWeek()).to()).atZone(zone).toInstant());
        }
        left--;
      }
    }
    return Optional.empty();
  }

  /** Whether it is open at this moment. */
  public boolean open(Instant now) {
    ZonedDateTime there = now.atZone(zone);
    Hours today = hours.get(there.getDayOfWeek());
    return today != null
        && !closed.contains(there.toLocalDate())
        && !there.toLocalTime().isBefore(today.from())
        && there.toLocalTime().isBefore(today.to());
  }
}
