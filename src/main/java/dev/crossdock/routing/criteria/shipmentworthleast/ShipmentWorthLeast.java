package dev.crossdock.routing.criteria.shipmentworthleast;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Names;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Place;

/** Asks locations by what their parcel would be worth, by what the buyer paid. */
@Kind(
    type = "shipment-value-least",
    title = "Worth at least",
    help = "Asks only locations whose parcel would be worth at least this: a truck does not start for a pin.")
record ShipmentWorthLeast(
    @Parameter(title = "Amount", unit = "minor units", max = 1e12) long amountLeast,
    @Parameter(title = "Currency", names = Names.CURRENCY, begin = "\"EUR\"") String currency,
    @Parameter(title = "Where the worth is not known", begin = "\"STAY\"") Unknown unknown)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    double paid = Goods.paid(Goods.possible(place, facts));
    if (paid <= 0 || !currency.equals(facts.order().currency())) {
      return unknown.rule(
          "would ship what nobody can value in " + currency, "if its value in " + currency + " were known");
    }
    return paid >= amountLeast
        ? Ruling.STAYS
        : new Ruling.Out(
            "would ship " + Words.money(paid, currency) + ", less than " + Words.money(amountLeast, currency),
            "if it were " + Words.money(amountLeast - paid, currency) + " more");
  }

  @Override
  public String sentence() {
    return "Worth at least " + Words.money(amountLeast, currency) + unknown.words();
  }
}
