package dev.crossdock.routing.criteria.landedcost;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Landed;
import dev.crossdock.routing.facts.Parcel;

/** Prefers what costs the least in all: postage, the place's work, packaging, duties. */
@Kind(
    type = "landed-cost",
    title = "Landed cost",
    help = "Prefers the least sum of postage, the location's costs of a parcel and its units, packaging and duties.")
record LandedCost(
    @Parameter(title = "Postage where no rate card tells", help = "In the order's currency.", unit = "minor units",
        max = 1e9, begin = "100000") long assumePostage,
    @Parameter(title = "Packaging of a parcel", help = "In the order's currency.", unit = "minor units", max = 1e9,
        begin = "0") long packaging,
    @Parameter(title = "Duties across a customs border", unit = "% of the price", max = 500, begin = "0")
        double dutyPercent)
    implements Rating {

  private static final long ASSUMED = 100_000;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return landed(parcel, facts).sum();
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Landed landed = landed(parcel, facts);
    String currency = facts.order().currency();
    String duties = landed.duties() > 0 ? ", duties " + Words.money(landed.duties(), currency) : "";
    String assumed = landed.unknown() == null ? "" : "; it " + landed.unknown();
    return "costs " + Words.money(landed.sum(), currency) + " (postage " + Words.money(landed.postage(), currency)
        + ", work " + Words.money(landed.work(), currency) + duties + ")" + assumed;
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
    return "Least landed cost" + Words.besides(
        Words.unless(packaging, 0L, "packaging " + Words.price(packaging)),
        Words.unless(assumePostage, ASSUMED, "postage " + Words.price(assumePostage) + " where no rate card tells"),
        Words.unless(dutyPercent, 0.0, "duties " + Words.number(dutyPercent) + " %"));
  }

  private Landed landed(Parcel parcel, Facts facts) {
    return Landed.of(parcel, facts, new Landed.Terms(assumePostage, packaging, dutyPercent));
  }
}
