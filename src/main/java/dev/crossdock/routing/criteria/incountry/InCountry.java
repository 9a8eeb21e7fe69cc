package dev.crossdock.routing.criteria.incountry;

import dev.crossdock.routing.criteria.Fence;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Asks only locations in some countries. */
@Kind(
    type = "location-country",
    title = "Country of the location",
    help = "Asks only locations in these countries; without any, only those in the order's own country.")
record InCountry(
    @Parameter(title = "Countries", help = "Empty for the order's own.", names = Names.COUNTRY, begin = "[]")
        Set<String> countries,
    @Parameter(title = "Where the order's country is not known", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    String here = place.location().country();
    if (!countries.isEmpty()) {
      return countries.contains(here)
          ? Ruling.STAYS
          : new Ruling.Out("is in " + here + ", not in " + Words.anyOf(countries), "if " + here + " were named");
    }
    String wanted = facts.order().destination().country();
    if (wanted == null) {
      return unknown.rule("is in " + here + ", and the order has no country", "if the order had a country");
    }
    return wanted.equals(here)
        ? Ruling.STAYS
        : new Ruling.Out("is in " + here + ", and the order goes to " + wanted, "if the order went to " + here);
  }

  @Override
  public Fence fence() {
    return countries.isEmpty() ? Fence.NONE : Fence.ofCountries(countries);
  }

  @Override
  public String sentence() {
    return "Only from " + (countries.isEmpty() ? "the order's own country" : Words.anyOf(countries)) + unknown.words();
  }
}
