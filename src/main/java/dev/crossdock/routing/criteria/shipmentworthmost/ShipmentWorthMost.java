package dev.crossdock.routing.criteria.shipmentworthmost;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/** Asks locations by what their parcel would be worth, by what the buyer paid. */
@Kind(
    type = "shipment-value-most",
    title = "Worth at most",
    help = "Asks only locations whose parcel would be worth no more than this: what is dear leaves "
        + "from where it is insured. Where the order may be split they ship what is worth no more.")
record ShipmentWorthMost(
    @Parameter(title = "Amount", unit = "minor units", max = 1e12) long amountMost,
    @Parameter(title = "Currency", names = Names.CURRENCY, begin = "\"EUR\"") String currency,
    @Parameter(title = "Where the worth is not known", begin = "\"STAY\"") Unknown unknown)
    implements Filter.Limiting {

  @Override
  public Ruling judge(Place place, Facts facts) {
    double paid = Goods.paid(Goods.possible(place, facts));
    if (paid <= 0 || !currency.equals(facts.order().currency())) {
      return unknown.rule(
          "would ship what nobody can value in " + currency, "if its value in " + currency + " were known");
    }
    return paid <= amountMost
        ? Ruling.STAYS
        : new Ruling.Out(
            "would ship " + Words.money(paid, currency) + ", more than " + Words.money(amountMost, currency),
            "if it were " + Words.money(paid - amountMost, currency) + " less");
  }

  /** Nothing where nobody knows what the goods are worth: then it is all or nothing. */
  @Override
  public @Nullable Long most(Place place, Facts facts) {
    boolean known = currency.equals(facts.order().currency()) && Goods.paid(Goods.possible(place, facts)) > 0;
    return known ? (Long) amountMost : null;
  }

  @Override
  public long adds(LineFacts line) {
    return Math.max(0, line.unitPrice());
  }

  @Override
  public String atMost(Place place, Facts facts) {
    return "ships at most " + Words.money(amountMost, currency) + " in one parcel";
  }

  @Override
  public String sentence() {
    return "Worth at most " + Words.money(amountMost, currency) + unknown.words();
  }
}
