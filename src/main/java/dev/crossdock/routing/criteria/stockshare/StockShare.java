package dev.crossdock.routing.criteria.stockshare;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.util.Map;

/** Goes round: prefers locations of whose stock this takes a small share, so that all of them give in turn. */
@Kind(
    type = "stock-share",
    title = "Share of the stock",
    help = "Prefers locations of whose stock this order takes a small share: the score is that share in per cent.")
record StockShare() implements Rating {

  private static final double ALL = 100;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    double most = 0;
    for (Map.Entry<String, Integer> taken : Coverage.taken(parcel.parts()).entrySet()) {
      int available = facts.stock().available(taken.getKey(), parcel.place().code());
      most = Math.max(most, available <= 0 ? ALL : Math.min(ALL, ALL * taken.getValue() / available));
    }
    return most;
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "gives " + Words.number(rate(parcel, facts)) + " % of its stock";
  }

  @Override
  public Unit unit() {
    return Unit.POINTS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }
}
