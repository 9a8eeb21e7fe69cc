package dev.crossdock.routing.criteria.carrieravailable;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import dev.crossdock.routing.facts.Tariffs;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Asks only locations from which some service would carry the parcel, by the rate cards. */
@Kind(
    type = "carrier-available",
    title = "A carrier takes it",
    help = "Asks only locations from which a service of the rate cards takes the parcel.")
record CarrierAvailable(
    @Parameter(title = "Carriers", help = "Empty for any.", names = Names.CARRIER, begin = "[]") Set<String> carriers)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Instant leaves = Carriage.leaves(place, facts.now());
    if (leaves == null) {
      return new Ruling.Out("has a calendar without a working day", "if it worked");
    }
    List<Tariffs.Quote> quotes =
        facts.tariffs().quotes(
            place, facts.order().destination(), Goods.possible(place, facts).load(), leaves);
    for (Tariffs.Quote quote : quotes) {
      if (carriers.isEmpty() || Goods.contains(carriers, quote.carrier())) {
        return Ruling.STAYS;
      }
    }
    String by = carriers.isEmpty() ? "" : " of " + Words.anyOf(carriers);
    return new Ruling.Out("has no rate card" + by + " for this parcel", "if a rate card covered it");
  }

  @Override
  public String sentence() {
    return (carriers.isEmpty() ? "Any carrier" : Words.anyOf(carriers)) + " takes it";
  }
}
