package dev.crossdock.routing.criteria.transitdaysmost;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Asks only locations from which some service is quick enough. */
@Kind(
    type = "transit-days",
    title = "Days with the carrier",
    help = "Asks only locations from which the fastest service takes at most so many days, counted from leaving.")
record TransitDaysMost(
    @Parameter(title = "At most", unit = "days", min = 0, max = 90, begin = "3") int daysMost,
    @Parameter(title = "Where no rate card tells", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Carriage carriage = Carriage.fastest(Goods.possible(place, facts), facts);
    Instant leaves = carriage.leaves();
    Instant arrives = carriage.arrives();
    if (leaves == null || arrives == null) {
      return unknown.rule(carriage.withoutArrival(), "if its transit time were known");
    }
    double days = Carriage.days(leaves, arrives);
    return days <= daysMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "takes " + Words.count(days, "day") + " with " + carriage.service() + ", and "
                + Words.count(daysMost, "day") + " is the limit",
            "if the limit were " + Words.count(Math.ceil(days), "day"));
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    Carriage carriage = Carriage.fastest(Goods.possible(place, facts), facts);
    Instant leaves = carriage.leaves();
    Instant arrives = carriage.arrives();
    return leaves == null || arrives == null
        ? null
        : new Change.Rule(new TransitDaysMost((int) Math.ceil(Carriage.days(leaves, arrives)), unknown));
  }

  @Override
  public String sentence() {
    return "At most " + Words.count(daysMost, "day") + " with the carrier" + unknown.words();
  }
}
