package dev.crossdock.routing.facts;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a location works, in its own time zone. An order that comes until the cut-off of a working day leaves when that
 * day's work ends; a later one the next working day. {@code handlingDays} more working days pass before that. Where
 * clocks are put back, a time that comes twice means the later one when it ends something, so that the order of two
 * instants is never turned round.
 *
 * @param hours of each working day; a weekday without any is free
 * @param closed days off besides
 * @param cutOff the last moment at which an order still leaves the same day; never later than the day's work ends. A
 *     day that works past midnight has it after midnight where it is earlier than the day begins
 * @param handlingDays working days between an order and its leaving, 0 for the same day
 */
public record WorkingCalendar(
    ZoneId zone, Map<DayOfWeek, Hours> hours, Set<LocalDate> closed, LocalTime cutOff, int handlingDays) {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  /** A calendar without a working day in so long is taken for one that never works. */
  private static final int DAYS_MAX = 400;

  /**
   * From when to when. An end that is not after the begin is on the next day: 22:00 to 06:00 is a night, 00:00 to
   * 00:00 is round the clock.
   */
  public record Hours(LocalTime from, LocalTime to) {

    /** Whether the end is on the day after the begin. */
    public boolean pastMidnight() {
      return !to.isAfter(from);
    }
  }

  public WorkingCalendar {
    hours = Map.copyOf(hours.isEmpty() ? Map.of() : new EnumMap<>(hours));
    closed = Set.copyOf(closed);
  }

  /** Whether somebody works that day. */
  public boolean works(LocalDate day) {
    return work(day) != null;
  }

  /** The date there, for whatever is counted by the day. */
  public LocalDate today(Instant now) {
    return now.atZone(zone).toLocalDate();
  }

  /** When an order that comes now leaves; nothing when the calendar has no working day in more than a year. */
  public Optional<Instant> leaves(Instant now) {
    LocalDate today = today(now);
    Hours yesterday = work(today.minusDays(1));
    // Yesterday's work may end today.
    LocalDate day = yesterday != null && yesterday.pastMidnight() ? today.minusDays(1) : today;
    int left = handlingDays;
    for (int idle = 0; idle <= DAYS_MAX; day = day.plusDays(1)) {
      Hours work = work(day);
      if (work == null || (!day.isAfter(today) && now.isAfter(cutOff(day, work)))) {
        idle++;
      } else if (left == 0) {
        return Optional.of(end(day, work));
      } else {
        idle = 0;
        left--;
      }
    }
    return Optional.empty();
  }

  /** Until when an order must come to leave with that day's work; nothing on a day off. */
  public Optional<Instant> cutOff(LocalDate day) {
    return Optional.ofNullable(work(day)).map(work -> cutOff(day, work));
  }

  /** How long ago the last cut-off was that an order of now has missed, in whole minutes; nothing where none was. */
  public Optional<Duration> missedBy(Instant now) {
    for (int ago = 0; ago <= 1; ago++) {
      Optional<Duration> missed =
          cutOff(today(now).minusDays(ago))
              .filter(now::isAfter)
              .map(cutOff -> Duration.between(cutOff, now.plus(A_MINUTE).minusNanos(1)))
              .map(late -> late.truncatedTo(ChronoUnit.MINUTES));
      if (missed.isPresent()) {
        return missed;
      }
    }
    return Optional.empty();
  }

  /** With a cut-off late enough, to the minute, for an order of now; null where that is too much later or no help. */
  public @Nullable WorkingCalendar takingOrdersUntil(Instant now, Duration laterMost) {
    Duration missed = missedBy(now).orElse(null);
    if (missed == null || missed.compareTo(laterMost) >= 0) {
      return null;
    }
    LocalTime later = now.plus(A_MINUTE).minusNanos(1).atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    WorkingCalendar then = new WorkingCalendar(zone, hours, closed, later, handlingDays);
    Instant sooner = then.leaves(now).orElse(Instant.MAX);
    return sooner.isBefore(leaves(now).orElse(Instant.MAX)) ? then : null;
  }

  /** Whether it is open at this moment. */
  public boolean open(Instant now) {
    LocalDate today = today(now);
    return open(today, now) || open(today.minusDays(1), now);
  }

  /** When it is open next, at once where it is; nothing when the calendar has no working day in more than a year. */
  public Optional<Instant> opens(Instant now) {
    if (open(now)) {
      return Optional.of(now);
    }
    LocalDate day = today(now);
    for (int i = 0; i <= DAYS_MAX; i++, day = day.plusDays(1)) {
      Hours work = work(day);
      Instant from = work == null ? now : day.atTime(work.from()).atZone(zone).toInstant();
      if (from.isAfter(now)) {
        return Optional.of(from);
      }
    }
    return Optional.empty();
  }

  private @Nullable Hours work(LocalDate day) {
    return closed.contains(day) ? null : hours.get(day.getDayOfWeek());
  }

  private boolean open(LocalDate day, Instant now) {
    Hours work = work(day);
    return work != null
        && !now.isBefore(day.atTime(work.from()).atZone(zone).toInstant())
        && now.isBefore(end(day, work));
  }

  private Instant cutOff(LocalDate day, Hours work) {
    LocalDate on = work.pastMidnight() && cutOff.isBefore(work.from()) ? day.plusDays(1) : day;
    Instant told = last(on, cutOff);
    Instant end = end(day, work);
    return told.isAfter(end) ? end : told;
  }

  private Instant end(LocalDate day, Hours work) {
    return last(work.pastMidnight() ? day.plusDays(1) : day, work.to());
  }

  private Instant last(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).withLaterOffsetAtOverlap().toInstant();
  }
}
