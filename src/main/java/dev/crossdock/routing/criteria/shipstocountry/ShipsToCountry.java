package dev.crossdock.routing.criteria.shipstocountry;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Keeps locations to the countries they ship to. */
@Kind(
    type = "ships-to-country",
    title = "Ships to the country",
    help = "Asks only locations that ship to the order's country.")
record ShipsToCountry(
    @Parameter(title = "Where the order's country is not known", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Set<String> countries = place.profile().countries();
    String country = facts.order().destination().country();
    if (countries.isEmpty() || (country != null && countries.contains(country))) {
      return Ruling.STAYS;
    }
    return country == null
        ? unknown.rule("ships to some countries only, and the order has none", "if the order had a country")
        : new Ruling.Out("does not ship to " + country, "if it shipped to " + country);
  }

  @Override
  public String sentence() {
    return "Ships to the order's country" + unknown.words();
  }
}
