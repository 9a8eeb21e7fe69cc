package dev.crossdock.routing.criteria.inprogramme;

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

/**
 * Keeps orders of a channel's programme to locations that may ship for it: Amazon's Seller Fulfilled Prime, Walmart's
 * two-day, a marketplace's own warehouse as FBA or WFS.
 */
@Kind(
    type = "programme",
    title = "Takes part in a programme",
    help = "Orders with this tag come only from locations that take part in one of these programmes.")
record InProgramme(
    @Parameter(title = "Tag of the order", begin = "\"prime\"") String orderTag,
    @Parameter(title = "Programmes", min = 1, names = Names.PROGRAMME, begin = "[\"SFP\",\"prime\"]")
        Set<String> programmes)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    boolean asked = Goods.contains(facts.order().tags(), orderTag);
    if (!asked || Goods.meet(programmes, place.profile().programmes())) {
      return Ruling.STAYS;
    }
    String names = Words.anyOf(programmes);
    return new Ruling.Out(
        "does not take part in " + names + ", and the order is tagged " + orderTag, "if it took part in " + names);
  }

  @Override
  public String sentence() {
    return "Orders tagged " + orderTag + " only from locations in " + Words.anyOf(programmes);
  }
}
