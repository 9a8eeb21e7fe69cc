package dev.crossdock.routing.criteria.opennow;

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

/** Asks only locations that are open now, or will be soon: a store that picks today. */
@Kind(
    type = "open-now",
    title = "Open now",
    help = "Asks only locations that are open, or open within a span, by their own calendar.")
record OpenNow(
    @Parameter(title = "Or opens within", max = 20_160, begin = "\"PT0S\"") Duration opensWithin,
    @Parameter(title = "Without a calendar", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    WorkingCalendar calendar = place.profile().calendar();
    if (calendar == null) {
      return unknown.rule("has no calendar, so nobody can tell when it is open", "if it had a calendar");
    }
    Instant opens = calendar.opens(facts.now()).orElse(null);
    if (opens == null) {
      return new Ruling.Out("has a calendar without a working day", "if it were open at all");
    }
    Duration wait = Duration.between(facts.now(), opens);
    return wait.compareTo(opensWithin) <= 0
        ? Ruling.STAYS
        : new Ruling.Out(
            "is closed until " + Words.moment(opens, calendar.zone()), "if it opened " + Words.span(wait) + " sooner");
  }

  @Override
  public String sentence() {
    return "Open now" + (opensWithin.isZero() ? "" : ", or within " + Words.span(opensWithin)) + unknown.words();
  }
}
