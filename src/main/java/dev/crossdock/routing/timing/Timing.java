package dev.crossdock.routing.timing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** When a rule decides on the orders it matches. */
public sealed interface Timing {

  /** When an order is decided that could be since then: at that instant or after it. */
  Instant due(Instant since);

  /** Each order as soon as it can be. */
  record OnArrival() implements Timing {
    @Override
    public Instant due(Instant since) {
      return since;
    }
  }

  /**
   * At times of the day, all orders that came since the last one together. Where clocks jump over a time, it is the
   * moment of the jump; where they show it twice, the first.
   *
   * @param times at least one, from early to late
   */
  record At(List<LocalTime> times, ZoneId zone) implements Timing {

    public static final int TIMES_MAX = 48;

    /** Where clocks jump over midnight, a day may begin before the one that clocks show. */
    private static final int DAY_BEFORE = -1;

    /** Clocks have jumped over a whole day, and never over two. */
    private static final int DAYS_AHEAD = 2;

    public At {
      times = times.stream().distinct().sorted().toList();
      if (times.isEmpty()) {
        throw new IllegalArgumentException("no times");
      }
    }

    @Override
    public Instant due(Instant since) {
      LocalDate today = LocalDate.ofInstant(since, zone);
      Instant due = Instant.MAX;
      for (int day = DAY_BEFORE; day <= DAYS_AHEAD; day++) {
        for (LocalTime time : times) {
          Instant at = at(today.plusDays(day), time);
          due = !at.isBefore(since) && at.isBefore(due) ? at : due;
        }
      }
      return due;
    }

    private Instant at(LocalDate day, LocalTime time) {
      ZoneOffsetTransition change = zone.getRules().getTransition(day.atTime(time));
      return change != null && change.isGap() ? change.getInstant() : day.atTime(time).atZone(zone).toInstant();
    }
  }

  /**
   * Again and again, at instants that are multiples of it since the beginning of 1970 in UTC.
   *
   * @param length whole seconds, from {@link #SHORTEST} to {@link #LONGEST}
   */
  record Every(Duration length) implements Timing {

    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofDays(1);

    public Every {
      if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0 || length.getNano() > 0) {
        throw new IllegalArgumentException("not a length to decide in: " + length);
      }
    }

    @Override
    public Instant due(Instant since) {
      long second = since.getEpochSecond() + (since.getNano() > 0 ? 1 : 0);
      return Instant.ofEpochSecond(Math.ceilDiv(second, length.toSeconds()) * length.toSeconds());
    }
  }
}
