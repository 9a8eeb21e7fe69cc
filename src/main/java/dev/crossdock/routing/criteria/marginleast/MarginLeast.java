package dev.crossdock.routing.criteria.marginleast;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Goods;
import dev.crossdock.routing.facts.Landed;
import dev.crossdock.routing.facts.Parcel;
import dev.crossdock.routing.facts.Place;
import org.jspecify.annotations.Nullable;

/** Asks only locations from which enough is left of what the buyer paid; known before the order is sent. */
@Kind(
    type = "margin-least",
    title = "Margin at least",
    help = "Asks only locations from which, after the channel's fee, postage, work and duties, this share of the "
        + "price is left; what the goods cost is counted where that is wished.")
record MarginLeast(
    @Parameter(title = "At least", unit = "% of the price", min = -100, max = 100, begin = "20") int percentLeast,
    @Parameter(title = "Channel's fee", unit = "% of the price", max = 100, begin = "15") double feePercent,
    @Parameter(title = "Packaging of a parcel", unit = "minor units", max = 1e9, begin = "0") long packaging,
    @Parameter(title = "Duties across a customs border", unit = "% of the price", max = 500, begin = "0")
        double dutyPercent,
    @Parameter(title = "Where price, postage or cost is not known", begin = "\"STAY\"") Unknown unknown,
    @Parameter(title = "Counts what the goods cost", help = "As stock is valued: the average, or the oldest arrival.",
        begin = "false") boolean costOfGoods)
    implements Filter {

  private static final double PER_CENT = 100;
  private static final Goods.Cost FREE = new Goods.Cost(0, null);

  private static final double FEE = 15;

  @Override
  public Ruling judge(Place place, Facts facts) {
    Parcel parcel = Goods.possible(place, facts);
    double paid = Goods.paid(parcel);
    Landed landed = Landed.of(parcel, facts, new Landed.Terms(0, packaging, dutyPercent));
    Goods.Cost cost = costOfGoods ? Goods.cost(parcel, facts) : FREE;
    String lacks = lacks(paid, landed, cost);
    if (lacks != null) {
      return unknown.rule(lacks, "if that were known");
    }
    double left = paid * (1 - feePercent / PER_CENT) - landed.sum() - cost.amount();
    double least = paid * percentLeast / PER_CENT;
    String currency = facts.order().currency();
    return left >= least
        ? Ruling.STAYS
        : new Ruling.Out(
            "leaves " + Words.money(left, currency) + " of " + Words.money(paid, currency) + ", less than "
                + percentLeast + " %",
            "if it cost " + Words.money(Math.ceil(least - left), currency) + " less");
  }

  private static @Nullable String lacks(double paid, Landed landed, Goods.Cost cost) {
    if (paid <= 0) {
      return "would ship what has no price";
    }
    return landed.unknown() == null ? cost.unknown() : landed.unknown();
  }

  @Override
  public String sentence() {
    return "At least " + percentLeast + " % of the price is left" + Words.besides(
        Words.unless(feePercent, FEE, "fee " + Words.number(feePercent) + " %"),
        Words.unless(dutyPercent, 0.0, "duties " + Words.number(dutyPercent) + " %"),
        Words.unless(packaging, 0L, "packaging " + Words.price(packaging)),
        Words.unless(costOfGoods, false, "what the goods cost")) + unknown.words();
  }
}
