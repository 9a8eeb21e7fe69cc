package dev.crossdock.routing.criteria.stockage;

import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Rating;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Parcel;
import java.util.Map;

/** Prefers the oldest stock, so that nothing is left until nobody wants it. */
@Kind(
    type = "stock-age",
    title = "Ageing",
    help = "Prefers locations where the units have lain long: the score is how many days they fall short of old.")
record StockAge(
    @Parameter(title = "Old", unit = "days", min = 1, max = 3_650, begin = "365") int daysOld,
    @Parameter(title = "Where the age is not known", help = "What is assumed then.", unit = "days", max = 3_650,
        begin = "0") int assumeDays)
    implements Rating {

  private static final int OLD = 365;

  @Override
  public double rate(Parcel parcel, Facts facts) {
    return Math.max(0, daysOld - age(parcel, facts));
  }

  @Override
  public String because(Parcel parcel, Facts facts) {
    return "has units that have lain there for " + Words.count(age(parcel, facts), "day") + " on average";
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
    return "The oldest stock" + Words.besides(
        Words.unless(daysOld, OLD, "up to " + Words.count(daysOld, "day")),
        Words.unless(assumeDays, 0, assumeDays + " where the age is not known"));
  }

  /** On average over the units, each no older than old. */
  private double age(Parcel parcel, Facts facts) {
    double days = 0;
    long units = 0;
    for (Map.Entry<String, Integer> taken : Coverage.taken(parcel.parts()).entrySet()) {
      Integer known = facts.stock().ageDays(taken.getKey(), parcel.place().code());
      int age = known == null ? assumeDays : Math.max(0, known);
      days += (double) Math.min(daysOld, age) * taken.getValue();
      units += taken.getValue();
    }
    return units == 0 ? Math.min(daysOld, assumeDays) : days / units;
  }
}
