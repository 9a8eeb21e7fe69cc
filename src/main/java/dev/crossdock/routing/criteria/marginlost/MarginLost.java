package dev.crossdock.routing.criteria.marginlost;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Landed;
import dev.crossdock.routing.facts.Parcel;

/**
 * Prefers plans of which the most is left to the merchant: the score is what is lost of the price, by fee, postage,
 * work, duties and the parcels that come back.
 */
@Kind(
    type = "margin-lost",
    title = "Margin lost",
    help = "Prefers plans of which the most is left: the score is the channel's fee, postage, work, packaging, duties "
        + "and the postage of parcels that come back.")
record MarginLost(
    @Parameter(title = "Channel's fee", unit = "% of the price", max = 100, begin = "15") double feePercent,
    @Parameter(title = "Parcels that come back", help = "Each costs its postage once more.", unit = "%", max = 100,
        begin = "5") double returnPercent,
    @Parameter(title = "Postage where no rate card tells", help = "In the order's currency.", unit = "minor units",
        max = 1e9, begin = "100000") long assumePostage,
    @Parameter(title = "Packaging of a parcel", help = "In the order's currency.", unit = "minor units", max = 1e9,
        begin = "0") long packaging,
    @Parameter(title = "Duties across a customs border", unit = "% of the price", max = 500, begin = "0")
        double dutyPercent,
    @Parameter(title = "Counts what the goods cost", help = "As stock is valued: the average, or the oldest arrival.",
        begin = "false") boolean costOfGoods)
    implements Rating {

  private static final double PER_CENT = 100;

  private static final double FEE = 15;
  private static final double RETURNS = 5;
  private static final long ASSUMED = 100_000;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    Landed landed = Landed.of(parcel, facts, new Landed.Terms(assumePostage, packaging, dutyPercent));
    return landed.sum()
        + (costOfGoods ? Goods.cost(parcel, facts).amount() : 0)
        + Goods.paid(parcel) * feePercent / PER_CENT
        + Math.max(0, landed.postage()) * returnPercent / PER_CENT;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    Landed landed = Landed.of(parcel, facts, new Landed.Terms(assumePostage, packaging, dutyPercent));
    String currency = facts.order().currency();
    double paid = Goods.paid(parcel);
    String cost = costOfGoods ? Goods.cost(parcel, facts).unknown() : null;
    String assumed =
        (landed.unknown() == null ? "" : "; it " + landed.unknown()) + (cost == null ? "" : "; it " + cost);
    return paid > 0
        ? "leaves " + Words.money(paid - rate(parcel, facts), currency) + " of " + Words.money(paid, currency) + assumed
        : "costs " + Words.money(rate(parcel, facts), currency) + ", and nobody knows what was paid" + assumed;
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
    return "Most left of the price" + Words.besides(
        Words.unless(feePercent, FEE, "fee " + Words.number(feePercent) + " %"),
        Words.unless(returnPercent, RETURNS, "returns " + Words.number(returnPercent) + " %"),
        Words.unless(dutyPercent, 0.0, "duties " + Words.number(dutyPercent) + " %"),
        Words.unless(packaging, 0L, "packaging " + Words.price(packaging)),
        Words.unless(assumePostage, ASSUMED, "postage " + Words.price(assumePostage) + " where no rate card tells"),
        Words.unless(costOfGoods, false, "what the goods cost"));
  }
}
