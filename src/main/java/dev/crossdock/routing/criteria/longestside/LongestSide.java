package dev.crossdock.routing.criteria.longestside;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Keeps long goods from some kinds of location: a store's counter parcel has its limits. */
@Kind(
    type = "longest-side",
    title = "Longest side",
    help = "Locations of these kinds ship nothing with a side longer than this; without kinds, none does.")
record LongestSide(
    @Parameter(title = "At most", unit = "mm", min = 1, max = 100_000, begin = "1200") int millimetresMost,
    @Parameter(title = "Kinds of location", help = "Empty for all.", begin = "[]") Set<LocationKind> kinds,
    @Parameter(title = "Where nobody measured", begin = "\"STAY\"") Unknown unknown)
    implements LineFilter {

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    Integer longest = line.item().longestMm();
    if (!kinds.isEmpty() && !kinds.contains(place.location().kind())) {
      return Ruling.STAYS;
    }
    if (longest == null) {
      return unknown.rule("has to guess how long " + line.sku() + " is", "if its size were known");
    }
    return longest <= millimetresMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "ships nothing longer than " + millimetresMost + " mm, and " + line.sku() + " has " + longest + " mm",
            "if the limit were " + longest + " mm");
  }

  @Override
  public String sentence() {
    String where = kinds.isEmpty() ? "" : " from a " + Words.anyOf(kinds);
    return "Nothing longer than " + millimetresMost + " mm" + where + unknown.words();
  }
}
