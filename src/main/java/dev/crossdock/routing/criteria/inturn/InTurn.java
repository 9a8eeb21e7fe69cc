package dev.crossdock.routing.criteria.inturn;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;

/**
 * Spreads orders over locations that are equal otherwise, each in its share, and always the same order to the same
 * location: the one whose number, drawn from order and location, is the smallest.
 */
@Kind(
    type = "in-turn",
    title = "In turn",
    help = "Spreads orders evenly over locations that are equal otherwise; the same order always goes to the same.")
record InTurn() implements Rating {

  private static final int LOTS = 1_000;
  private static final int MIX = 0x9E3779B9;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    int drawn = 31 * facts.order().number().hashCode() + parcel.place().code().hashCode();
    int mixed = (drawn ^ (drawn >>> 16)) * MIX;
    int lot = (mixed ^ (mixed >>> 15)) * MIX;
    return Math.floorMod(lot ^ (lot >>> 16), LOTS);
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "drew number " + Words.number(rate(parcel, facts)) + " of " + LOTS + " for this order";
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
