package dev.crossdock.routing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.facts.WorkingCalendar.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cut-offs, nights, days off and clocks that are put on and back. */
class WorkingCalendarTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final List<DayOfWeek> WORKDAYS = Arrays.asList(DayOfWeek.values()).subList(0, 5);

  /** New York, Monday to Friday from nine to five, until two; 26 November 2026 is a day off. */
  @ParameterizedTest
  @CsvSource({
      "2026-11-20T18:59:59Z, 2026-11-20T22:00:00Z",
      "2026-11-20T19:00:00Z, 2026-11-20T22:00:00Z",
      "2026-11-20T19:00:00.000001Z, 2026-11-23T22:00:00Z",
      "2026-11-21T12:00:00Z, 2026-11-23T22:00:00Z",
      // Half past midnight in London is still the evening before in New York.
      "2026-11-24T00:30:00Z, 2026-11-24T22:00:00Z",
      "2026-11-25T19:30:00Z, 2026-11-27T22:00:00Z",
  })
  void leavesWithTheWorkOfTheFirstDayWhoseCutOffIsNotOver(Instant now, Instant leaves) {
    assertThat(newYork(0).leaves(now)).contains(leaves);
  }

  @Test
  void letsHandlingDaysPassThatAreWorkedOnly() {
    Instant wednesday = Instant.parse("2026-11-25T15:00:00Z");

    assertThat(newYork(1).leaves(wednesday)).contains(Instant.parse("2026-11-27T22:00:00Z"));
    assertThat(newYork(2).leaves(wednesday)).contains(Instant.parse("2026-11-30T22:00:00Z"));
    assertThat(weekly(DayOfWeek.MONDAY, 60).leaves(wednesday)).contains(Instant.parse("2028-01-24T17:00:00Z"));
  }

  @Test
  void cutsOffNoLaterThanTheDayEnds() {
    WorkingCalendar calendar = of(LONDON, WORKDAYS, "09:00", "12:00", "15:00");

    assertThat(calendar.leaves(Instant.parse("2026-11-20T12:00:00Z"))).contains(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(calendar.leaves(Instant.parse("2026-11-20T12:30:00Z"))).contains(Instant.parse("2026-11-23T12:00:00Z"));
    assertThat(calendar.cutOff(LocalDate.parse("2026-11-20"))).contains(Instant.parse("2026-11-20T12:00:00Z"));
    assertThat(calendar.cutOff(LocalDate.parse("2026-11-21"))).isEmpty();
  }

  /** From ten in the evening to six, until two at night. */
  @ParameterizedTest
  @CsvSource({
      "2026-11-20T01:59:00Z, 2026-11-20T06:00:00Z, true",
      "2026-11-20T02:01:00Z, 2026-11-21T06:00:00Z, true",
      "2026-11-20T06:00:00Z, 2026-11-21T06:00:00Z, false",
      "2026-11-20T23:00:00Z, 2026-11-21T06:00:00Z, true",
      "2026-11-21T01:00:00Z, 2026-11-21T06:00:00Z, true",
      "2026-11-21T03:00:00Z, 2026-11-24T06:00:00Z, true",
      "2026-11-21T23:00:00Z, 2026-11-24T06:00:00Z, false",
  })
  void worksPastMidnight(Instant now, Instant leaves, boolean open) {
    WorkingCalendar nights = of(LONDON, WORKDAYS, "22:00", "06:00", "02:00");

    assertThat(nights.leaves(now)).contains(leaves);
    assertThat(nights.open(now)).isEqualTo(open);
  }

  /**
   * In New York clocks go from 2:00 to 3:00 on 8 March 2026, and from 2:00 back to 1:00 on 1 November 2026. Every day
   * from a quarter past midnight to half past four.
   */
  @ParameterizedTest
  @CsvSource({
      "2026-03-08T06:59:00Z, 02:30, 2026-03-08T08:30:00Z, put on: well in time",
      "2026-03-08T07:30:00Z, 02:30, 2026-03-08T08:30:00Z, put on: half past two is half past three",
      "2026-03-08T07:30:01Z, 02:30, 2026-03-09T08:30:00Z, put on: too late",
      "2026-11-01T05:31:00Z, 01:30, 2026-11-01T09:30:00Z, put back: the first half past one is over",
      "2026-11-01T06:30:00Z, 01:30, 2026-11-01T09:30:00Z, put back: the second is the last moment",
      "2026-11-01T06:30:01Z, 01:30, 2026-11-02T09:30:00Z, put back: after the second",
  })
  void keepsItsCutOffWhereClocksChange(Instant now, String cutOff, Instant leaves, String why) {
    WorkingCalendar calendar = of(NEW_YORK, Arrays.asList(DayOfWeek.values()), "00:15", "04:30", cutOff);

    assertThat(calendar.leaves(now)).as(why).contains(leaves);
  }

  @Test
  void isNeverEarlierForAnOrderThatComesLater() {
    Random random = new Random(11);
    WorkingCalendar calendar = of(NEW_YORK, Arrays.asList(DayOfWeek.values()), "00:30", "04:30", "01:30");
    Instant start = Instant.parse("2026-10-30T00:00:00Z");
    Instant before = start;
    for (int i = 0; i < 2_000; i++) {
      Instant now = before.plusSeconds(random.nextInt(400));
      Instant leaves = calendar.leaves(now).orElseThrow();
      assertThat(leaves).as("seed 11, %s", now).isAfterOrEqualTo(now);
      assertThat(leaves).as("seed 11, %s", now).isAfterOrEqualTo(calendar.leaves(before).orElseThrow());
      before = now;
    }
  }

  @Test
  void neverLeavesWhereNobodyWorks() {
    Set<LocalDate> always =
        LocalDate.parse("2026-11-01").datesUntil(LocalDate.parse("2029-01-01")).collect(Collectors.toSet());
    Instant now = Instant.parse("2026-11-20T12:00:00Z");

    assertThat(new WorkingCalendar(LONDON, Map.of(), Set.of(), LocalTime.NOON, 0).leaves(now)).isEmpty();
    assertThat(new WorkingCalendar(LONDON, newYork(0).hours(), always, LocalTime.NOON, 0).leaves(now)).isEmpty();
    assertThat(new WorkingCalendar(LONDON, Map.of(), Set.of(), LocalTime.NOON, 0).open(now)).isFalse();
  }

  @Test
  void worksRoundTheClock() {
    WorkingCalendar always = of(LONDON, Arrays.asList(DayOfWeek.values()), "00:00", "00:00", "23:59");

    for (String now : List.of("2026-11-20T00:00:00Z", "2026-11-20T12:00:00Z", "2026-11-20T23:59:59Z")) {
      assertThat(always.open(Instant.parse(now))).as(now).isTrue();
    }
    assertThat(always.leaves(Instant.parse("2026-11-20T23:59:00Z"))).contains(Instant.parse("2026-11-21T00:00:00Z"));
    assertThat(always.leaves(Instant.parse("2026-11-20T23:59:30Z"))).contains(Instant.parse("2026-11-22T00:00:00Z"));
  }

  @Test
  void opensAtTheFirstMomentAndClosesBeforeTheLast() {
    assertThat(newYork(0).open(Instant.parse("2026-11-20T13:59:59Z"))).isFalse();
    assertThat(newYork(0).open(Instant.parse("2026-11-20T14:00:00Z"))).isTrue();
    assertThat(newYork(0).open(Instant.parse("2026-11-20T22:00:00Z"))).isFalse();
    assertThat(newYork(0).open(Instant.parse("2026-11-26T15:00:00Z"))).as("a day off").isFalse();
  }

  private static WorkingCalendar newYork(int handlingDays) {
    WorkingCalendar calendar = of(NEW_YORK, WORKDAYS, "09:00", "17:00", "14:00");
    return new WorkingCalendar(
        NEW_YORK, calendar.hours(), Set.of(LocalDate.parse("2026-11-26")), calendar.cutOff(), handlingDays);
  }

  private static WorkingCalendar weekly(DayOfWeek day, int handlingDays) {
    WorkingCalendar calendar = of(LONDON, List.of(day), "09:00", "17:00", "14:00");
    return new WorkingCalendar(LONDON, calendar.hours(), Set.of(), calendar.cutOff(), handlingDays);
  }

  private static WorkingCalendar of(ZoneId zone, List<DayOfWeek> days, String from, String to, String cutOff) {
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    days.forEach(day -> hours.put(day, new Hours(LocalTime.parse(from), LocalTime.parse(to))));
    return new WorkingCalendar(zone, hours, Set.of(), LocalTime.parse(cutOff), 0);
  }
}
