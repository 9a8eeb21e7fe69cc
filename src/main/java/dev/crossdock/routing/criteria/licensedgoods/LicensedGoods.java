package dev.crossdock.routing.criteria.licensedgoods;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.LineFilter;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import java.util.Set;

/** Keeps goods to locations that may ship them: medicine to pharmacies, spirits to those with a licence. */
@Kind(
    type = "licensed-goods",
    title = "Goods that need a licence",
    help = "Items with this tag leave only from locations with one of these tags.")
record LicensedGoods(
    @Parameter(title = "Tag of the item", names = Names.ITEM_TAG) String itemTag,
    @Parameter(title = "Tags of the location", min = 1, names = Names.LOCATION_TAG) Set<String> locationTags)
    implements LineFilter {

  @Override
  public Ruling judge(LineFacts line, Place place, Facts facts) {
    return !Goods.contains(line.item().tags(), itemTag) || Goods.meet(locationTags, place.profile().tags())
        ? Ruling.STAYS
        : new Ruling.Out(
            "may not ship " + line.sku() + " (" + itemTag + ") without being tagged " + Words.anyOf(locationTags),
            "if it were tagged " + Words.anyOf(locationTags));
  }

  @Override
  public String sentence() {
    return "Items tagged " + itemTag + " only from locations tagged " + Words.anyOf(locationTags);
  }
}
