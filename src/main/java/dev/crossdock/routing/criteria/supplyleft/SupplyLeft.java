package dev.crossdock.routing.criteria.supplyleft;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.util.Map;

/** Balances stock: prefers locations where it lasts longest after this order. */
@Kind(
    type = "days-of-supply",
    title = "Inventory balance",
    help = "Prefers locations whose stock lasts: the score is how many days it falls short of lasting long enough, "
        + "after this order and by what sells there.")
record SupplyLeft(
    @Parameter(title = "Long enough", unit = "days", min = 1, max = 3_650, begin = "90") int daysEnough,
    @Parameter(title = "Where sales are not known", help = "What is taken to sell there.", unit = "units a day",
        max = 1e6, begin = "1") double assumePerDay)
    implements Rating {

  private static final int ENOUGH = 90;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return Math.max(0, daysEnough - days(parcel, facts));
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    double days = days(parcel, facts);
    return days >= daysEnough
        ? "has stock for " + Words.count(daysEnough, "day") + " or more afterwards"
        : "has stock for " + Words.count(days, "day") + " afterwards";
  }

  @Override
  public Unit unit() {
    return Unit.DAYS;
  }

  @Override
  public Over over() {
    return Over.WORST;
  }

  @Override
  public String sentence() {
    return "Where stock lasts longest" + Words.besides(
        Words.unless(daysEnough, ENOUGH, "up to " + Words.count(daysEnough, "day")),
        Words.unless(assumePerDay, 1.0, Words.number(assumePerDay) + " a day where sales are not known"));
  }

  /** Of the SKU that runs out first; never more than enough. */
  private double days(Parcel parcel, Facts facts) {
    double least = daysEnough;
    String code = parcel.place().code();
    for (Map.Entry<String, Integer> taken : Coverage.taken(parcel.parts()).entrySet()) {
      Double known = facts.stock().soldPerDay(taken.getKey(), code);
      double sold = known == null || !Double.isFinite(known) ? assumePerDay : Math.max(0, known);
      double left = Math.max(0, facts.stock().available(taken.getKey(), code) - (double) taken.getValue());
      least = sold > 0 ? Math.min(least, left / sold) : least;
    }
    return least;
  }
}
