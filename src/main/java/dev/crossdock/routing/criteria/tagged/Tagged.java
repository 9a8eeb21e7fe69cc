package dev.crossdock.routing.criteria.tagged;

import dev.crossdock.routing.criteria.Fence;
import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import java.util.Set;
import java.util.stream.Stream;

/** Asks locations by the operator's own words for them. */
@Kind(
    type = "location-tags",
    title = "Tags of the location",
    help = "Asks only locations with the tags that are wanted and without those that are not.")
record Tagged(
    @Parameter(title = "Any of", help = "At least one of these.", names = Names.LOCATION_TAG, begin = "[]")
        Set<String> any,
    @Parameter(title = "All of", help = "Each of these.", names = Names.LOCATION_TAG, begin = "[]") Set<String> all,
    @Parameter(title = "None of", help = "Not a single one of these.", names = Names.LOCATION_TAG, begin = "[]")
        Set<String> none)
    implements Filter {

  public Tagged {
    if (any.isEmpty() && all.isEmpty() && none.isEmpty()) {
      throw new IllegalArgumentException("must name at least one tag");
    }
  }

  @Override
  public Ruling judge(Place place, Facts facts) {
    Set<String> tags = place.profile().tags();
    if (!any.isEmpty() && !Goods.meet(any, tags)) {
      return new Ruling.Out("is not tagged " + Words.anyOf(any), "if it were tagged " + Words.anyOf(any));
    }
    for (String tag : all) {
      if (!Goods.contains(tags, tag)) {
        return new Ruling.Out("is not tagged " + Words.allOf(all), "if it were tagged " + Words.allOf(all));
      }
    }
    return Goods.meet(none, tags)
        ? new Ruling.Out("is tagged " + Words.anyOf(none), "if it were not tagged " + Words.anyOf(none))
        : Ruling.STAYS;
  }

  @Override
  public Fence fence() {
    return new Fence(
        null, null,
        Stream.concat(any.isEmpty() ? Stream.empty() : Stream.of(any), all.stream().map(Set::of)).toList(), none);
  }

  @Override
  public String sentence() {
    String wanted = any.isEmpty() ? "" : ", tagged " + Words.anyOf(any);
    String each = all.isEmpty() ? "" : ", tagged " + Words.allOf(all) + " (each)";
    String unwanted = none.isEmpty() ? "" : ", not tagged " + Words.anyOf(none);
    return "Only locations" + (wanted + each + unwanted).replaceFirst(",", "");
  }
}
