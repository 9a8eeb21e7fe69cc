package dev.crossdock.routing.criteria.keepssafetystock;

import dev.crossdock.routing.criteria.Filter;
import dev.crossdock.routing.criteria.Kind;
import dev.crossdock.routing.criteria.Parameter;
import dev.crossdock.routing.criteria.Ruling;
import dev.crossdock.routing.criteria.Words;
import dev.crossdock.routing.facts.Coverage;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.Place;
import java.util.Map;

/** Leaves some units where they are, so that a store's shelf is not emptied by orders from elsewhere. */
@Kind(
    type = "safety-stock",
    title = "Keeps a safety stock",
    help = "Asks only locations that still have so many units, or days of sales, of each SKU after this order.")
record KeepsSafetyStock(
    @Parameter(title = "Units left", unit = "units", max = 1_000_000, begin = "1") int unitsLeft,
    @Parameter(title = "Days of sales left", unit = "days", max = 365, begin = "0") int daysLeft)
    implements Filter {

  @Override
  public Ruling judge(Place place, Facts facts) {
    boolean unsold = false;
    for (Map.Entry<String, Integer> taken : Coverage.taken(Coverage.of(place, facts).parts()).entrySet()) {
      String sku = taken.getKey();
      Double sold = daysLeft == 0 ? null : facts.stock().soldPerDay(sku, place.code());
      unsold |= daysLeft > 0 && sold == null;
      long keep = Math.max(unitsLeft, sold == null ? 0 : (long) Math.ceil(Math.max(0, sold) * daysLeft));
      long left = (long) facts.stock().available(sku, place.code()) - taken.getValue();
      if (left < keep) {
        return new Ruling.Out(
            "would keep " + Words.count(left, "unit") + " of " + sku + ", and " + keep + " are to stay",
            "with " + Words.count(keep - left, "more unit") + " of " + sku);
      }
    }
    return unsold ? new Ruling.Stays("has units of which nobody knows how they sell") : Ruling.STAYS;
  }

  @Override
  public String sentence() {
    String days = daysLeft == 0 ? "" : " and " + Words.count(daysLeft, "day") + " of sales";
    return "Leaves " + Words.count(unitsLeft, "unit") + days;
  }
}
