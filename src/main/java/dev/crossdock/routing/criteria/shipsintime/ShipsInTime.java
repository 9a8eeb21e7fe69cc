package dev.crossdock.routing.criteria.shipsintime;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks only locations whose calendar sends the order off in time, as Amazon's ship-by and eBay's and Walmart's expected
 * ship dates ask. Cut-off, nights and changing clocks are the calendar's.
 */
@Kind(
    type = "ships-in-time",
    title = "Ships in time",
    help = "Asks only locations that send the order off by the promised date. An order without one goes by.")
record ShipsInTime(
    @Parameter(title = "Without a calendar", help = "Such a location is taken to work at every hour, or is out.",
        begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  /** Beyond that, a later cut-off is no advice. */
  private static final Duration LATER_MOST = Duration.ofHours(12);

  @Override
  public Ruling judge(Place place, Facts facts) {
    Instant by = facts.order().shipBy();
    if (by == null) {
      return Ruling.STAYS;
    }
    WorkingCalendar calendar = place.profile().calendar();
    if (calendar == null) {
      return unknown.rule("has no calendar, so nobody can tell when it ships", "if it had a calendar");
    }
    Instant leaves = calendar.leaves(facts.now()).orElse(null);
    if (leaves == null) {
      return new Ruling.Out("has a calendar without a working day", "if it worked");
    }
    if (!leaves.isAfter(by)) {
      return Ruling.STAYS;
    }
    return new Ruling.Out(
        "sends it off " + Words.moment(leaves, calendar.zone()) + ", "
            + Words.span(Duration.between(by, leaves)) + " too late",
        unless(calendar, facts.now(), by, leaves));
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    WorkingCalendar calendar = place.profile().calendar();
    WorkingCalendar later = calendar == null ? null : calendar.takingOrdersUntil(facts.now(), LATER_MOST);
    return later == null ? null : new Change.There(place.with(place.profile().with(later)));
  }

  @Override
  public String sentence() {
    return "Ships by the promised date" + unknown.words();
  }

  /** A later cut-off today or yesterday, where that would have been enough; else simply being sooner. */
  private static String unless(WorkingCalendar calendar, Instant now, Instant by, Instant leaves) {
    for (int ago = 0; ago <= 1; ago++) {
      Instant cutOff = calendar.cutOff(calendar.today(now).minusDays(ago)).orElse(null);
      boolean near = cutOff != null && now.isAfter(cutOff) && now.isBefore(cutOff.plus(LATER_MOST));
      if (cutOff != null && near && !calendar.leaves(cutOff).orElse(leaves).isAfter(by)) {
        return "if its cut-off were " + Words.span(Duration.between(cutOff, now.plusSeconds(59))) + " later";
      }
    }
    return "if it left " + Words.span(Duration.between(by, leaves)) + " sooner";
  }
}
