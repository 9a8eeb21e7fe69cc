package dev.crossdock.routing.criteria.handlingtime;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Asks only locations that send off within so many working days, as eBay's top rated sellers and Amazon's handling
 * times ask. Monday to Friday count, from the day after the order came, by the location's own date.
 */
@Kind(
    type = "handling-time",
    title = "Handling time",
    help = "Asks only locations that send the order off within so many working days (Monday to Friday) of its coming.")
record HandlingTime(
    @Parameter(title = "Within", unit = "working days", max = 30, begin = "1") int daysMost,
    @Parameter(title = "Without a calendar", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  /** Longer than any handling time; what takes longer is late, by whatever count. */
  private static final int DAYS_COUNTED = 400;

  @Override
  public Ruling judge(Place place, Facts facts) {
    WorkingCalendar calendar = place.profile().calendar();
    if (calendar == null) {
      return unknown.rule("has no calendar, so nobody can tell when it ships", "if it had a calendar");
    }
    Instant leaves = calendar.leaves(facts.now()).orElse(null);
    if (leaves == null) {
      return new Ruling.Out("has a calendar without a working day", "if it worked");
    }
    int days = workingDays(calendar.today(facts.order().placedAt()), calendar.today(leaves));
    return days <= daysMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "sends it off after " + Words.count(days, "working day") + ", and " + daysMost + " is the limit",
            "if the limit were " + Words.count(days, "working day"));
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    WorkingCalendar calendar = place.profile().calendar();
    Instant leaves = calendar == null ? null : calendar.leaves(facts.now()).orElse(null);
    return calendar == null || leaves == null
        ? null
        : new Change.Rule(
            new HandlingTime(
                workingDays(calendar.today(facts.order().placedAt()), calendar.today(leaves)), unknown));
  }

  @Override
  public String sentence() {
    return "Leaves within " + Words.count(daysMost, "working day") + unknown.words();
  }

  private static int workingDays(LocalDate from, LocalDate to) {
    int days = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to) && days < DAYS_COUNTED; day = day.plusDays(1)) {
      days += day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
    }
    return days;
  }
}
