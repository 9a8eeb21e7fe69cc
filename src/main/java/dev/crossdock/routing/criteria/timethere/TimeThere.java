package dev.crossdock.routing.criteria.timethere;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Asks locations only between two times of their own day: stores before the evening rush. */
@Kind(
    type = "time-there",
    title = "Time of day there",
    help = "Asks locations only between these times of their own day. An end before the begin is on the next day.")
record TimeThere(
    @Parameter(title = "From", begin = "\"08:00\"") LocalTime from,
    @Parameter(title = "Until", begin = "\"16:00\"") LocalTime until)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    LocalTime there = facts.now().atZone(place.location().timeZone()).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    boolean after = !there.isBefore(from);
    boolean before = there.isBefore(until);
    boolean within = from.isBefore(until) ? after && before : after || before;
    return within
        ? Ruling.STAYS
        : new Ruling.Out(
            "has " + there + " o'clock, and is asked from " + from + " until " + until, "if it were asked at " + there);
  }

  @Override
  public String sentence() {
    return "Only from " + from + " until " + until + " there";
  }
}
