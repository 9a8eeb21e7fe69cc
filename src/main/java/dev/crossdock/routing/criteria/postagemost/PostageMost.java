package dev.crossdock.routing.criteria.postagemost;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/** Asks only locations from which the postage is not too dear. */
@Kind(
    type = "postage-most",
    title = "Postage at most",
    help = "Asks only locations from which the service that would be taken costs no more than this.")
record PostageMost(
    @Parameter(title = "At most", unit = "minor units", max = 1e12) long amountMost,
    @Parameter(title = "Currency", names = Names.CURRENCY, begin = "\"EUR\"") String currency,
    @Parameter(title = "Where no rate card tells", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    Carriage carriage = Carriage.of(Goods.possible(place, facts), facts);
    Long price = carriage.price();
    if (price == null) {
      return unknown.rule(carriage.withoutPrice(), "if its postage were known");
    }
    if (!currency.equals(facts.order().currency())) {
      return unknown.rule("has its postage not in " + currency, "if the order were in " + currency);
    }
    return price <= amountMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "costs " + Words.money(price, currency) + " with " + carriage.service() + ", and "
                + Words.money(amountMost, currency) + " is the limit",
            "if it were " + Words.money(price - amountMost, currency) + " less");
  }

  @Override
  public @Nullable Change change(Place place, Facts facts) {
    Long price = Carriage.of(Goods.possible(place, facts), facts).price();
    return price == null || !currency.equals(facts.order().currency())
        ? null
        : new Change.Rule(new PostageMost(price, currency, unknown));
  }

  @Override
  public String sentence() {
    return "Postage at most " + Words.money(amountMost, currency) + unknown.words();
  }
}
