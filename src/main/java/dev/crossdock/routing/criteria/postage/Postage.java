package dev.crossdock.routing.criteria.postage;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Carriage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Parcel;

/** Prefers cheap carriage, by the cheapest service that keeps the promise. */
@Kind(
    type = "postage",
    title = "Postage",
    help = "Prefers cheap carriage, by the cheapest service that keeps the promised date, else the fastest.")
record Postage(
    @Parameter(title = "Where no rate card tells", help = "What is assumed then, in the order's currency.",
        unit = "minor units", max = 1e9, begin = "100000") long assumeAmount)
    implements Rating {

  private static final long ASSUMED = 100_000;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Long price = Carriage.of(parcel, facts).price();
    return price == null ? assumeAmount : Math.max(0, price);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Carriage carriage = Carriage.of(parcel, facts);
    Long price = carriage.price();
    return price == null
        ? carriage.withoutPrice() + ", taken for " + Words.money(assumeAmount, carriage.currency())
        : "costs " + Words.money(price, carriage.currency()) + " with " + carriage.service() + unweighed(parcel);
  }

  @Override
  public Unit unit() {
    return Unit.MONEY;
  }

  @Override
  public Over over() {
    return Over.SUM;
  }

  @Override
  public String sentence() {
    String assumed = Words.price(assumeAmount) + " where no rate card tells";
    return "Cheapest postage" + Words.besides(Words.unless(assumeAmount, ASSUMED, assumed));
  }

  private static String unweighed(Parcel parcel) {
    return Goods.weighed(parcel) ? "" : ", not counting what nobody weighed";
  }
}
