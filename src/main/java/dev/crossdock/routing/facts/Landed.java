package dev.crossdock.routing.facts;

import dev.crossdock.routing.facts.PlaceProfile.Costs;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to get a parcel to its buyer, in minor units of the order's currency. Amounts in another currency are
 * not known and never added up.
 *
 * @param postage by the rate cards, or as assumed
 * @param work the place's costs for a parcel and its units, and the packaging
 * @param duties on the way over a customs border
 * @param unknown a clause that follows the place's name and says what had to be assumed; null where all is known
 */
public record Landed(double postage, double work, double duties, @Nullable String unknown) {

  private static final double PER_CENT = 100;

  /**
   * What a merchant says of it.
   *
   * @param postage what is assumed where no rate card tells
   * @param packaging of one parcel
   * @param dutyPercent of what the buyer paid, where a customs border is crossed
   */
  public record Terms(long postage, long packaging, double dutyPercent) {}

  public static Landed of(Parcel parcel, Facts facts, Terms terms) {
    Carriage carriage = Carriage.of(parcel, facts);
    Long price = carriage.price();
    Costs costs = parcel.place().profile().costs();
    boolean foreign = costs != null && !costs.currency().equals(facts.order().currency());
    double work = terms.packaging();
    if (costs != null && !foreign) {
      work += costs.perParcel() + (double) costs.perUnit() * parcel.units();
    }
    boolean abroad = terms.dutyPercent() > 0 && Boolean.TRUE.equals(Border.CUSTOMS.crossed(parcel.place(), facts));
    double duties = abroad ? Goods.paid(parcel) * terms.dutyPercent() / PER_CENT : 0;
    return new Landed(
        price == null ? terms.postage() : price,
        Math.max(0, work),
        duties,
        unknown(price, carriage, foreign));
  }

  private static @Nullable String unknown(@Nullable Long price, Carriage carriage, boolean foreign) {
    if (price == null) {
      return carriage.withoutPrice();
    }
    return foreign ? "has its costs in another currency" : null;
  }

  public double sum() {
    return Math.max(0, postage + work + duties);
  }
}
