package dev.crossdock.routing.criteria.restrictedgoods;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps goods from where the law keeps them: alcohol to some states, knives to some countries. A location with a
 * licence, told by one of its tags, may send them all the same.
 */
@Kind(
    type = "restricted-goods",
    title = "Restricted goods",
    help = "Items with this tag do not go to these countries and regions, or go only there, except from licensed "
        + "locations.")
record RestrictedGoods(
    @Parameter(title = "Tag of the item", names = Names.ITEM_TAG) String itemTag,
    @Parameter(title = "Destinations are", begin = "\"FORBIDDEN\"") Rule rule,
    @Parameter(title = "Destinations", help = "Countries (US) or regions (US-UT).", min = 1, names = Names.DESTINATION)
        Set<String> destinations,
    @Parameter(title = "Licences", help = "Tags of locations that may all the same.", names = Names.LOCATION_TAG,
        begin = "[]") Set<String> licences,
    @Parameter(title = "Where the destination is not known", begin = "\"OUT\"") Unknown unknown)
    implements LineFilter {

  /** What the list of destinations means. */
  enum Rule {
    FORBIDDEN,
    ONLY_ALLOWED
  }

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    if (!Goods.contains(line.item().tags(), itemTag) || Goods.meet(licences, place.profile().tags())) {
      return Ruling.STAYS;
    }
    String country = facts.order().destination().country();
    String region = facts.order().destination().region();
    boolean named = country != null && named(country, region);
    if (!named && (country == null || undecided(country, region))) {
      return unknown.rule(
          "has " + line.sku() + " (" + itemTag + "), and nobody can tell whether it may go there",
          "if the order's country and region were known");
    }
    boolean forbidden = rule == Rule.FORBIDDEN;
    return named != forbidden
        ? Ruling.STAYS
        : new Ruling.Out(
            "may not send " + line.sku() + " (" + itemTag + ") to " + name(country, region), unless());
  }

  @Override
  public String sentence() {
    String where = Words.anyOf(destinations);
    String how =
        switch (rule) {
          case FORBIDDEN -> " never to ";
          case ONLY_ALLOWED -> " only to ";
        };
    String licensed = licences.isEmpty() ? "" : ", except from locations tagged " + Words.anyOf(licences);
    String allowed = Words.unless(unknown, Unknown.OUT, ", allowed where that is not known");
    return "Items tagged " + itemTag + how + where + licensed + allowed;
  }

  private boolean named(String country, @Nullable String region) {
    return destinations.contains(country) || (region != null && destinations.contains(name(country, region)));
  }

  /** Whether a region of that country is named, and the order does not tell its own. */
  private boolean undecided(String country, @Nullable String region) {
    if (region == null) {
      for (String destination : destinations) {
        if (destination.startsWith(country + "-")) {
          return true;
        }
      }
    }
    return false;
  }

  private @Nullable String unless() {
    return licences.isEmpty() ? null : "if it were tagged " + Words.anyOf(licences);
  }

  private static String name(@Nullable String country, @Nullable String region) {
    return region == null || region.startsWith(country + "-") ? String.valueOf(region == null ? country : region)
        : country + "-" + region;
  }
}
