package dev.crossdock.api.v1.routing.tryout;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.tryout.ShadowReport;
import dev.crossdock.routing.tryout.ShadowSums;
import dev.crossdock.routing.tryout.ShadowTally;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version in the shadow came to beside live decisions.
 *
 * @param totals by currency
 * @param days by day and currency, the latest first
 */
record ShadowView(int version, List<SumView> totals, List<SumView> days) {

  /**
   * Figures of a day or of all, in one currency.
   *
   * @param day absent for all of them
   * @param orders decisions that it was asked about
   * @param differ decisions on which it differs
   * @param failed decisions on which it broke
   * @param cutOff decisions on which it took too long
   * @param priced orders of which both sides' cost is known; the costs are those of these
   * @param dated orders of which both sides' days are known; the days are those of these
   * @param averageUs microseconds that asking it took, for each decision
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SumView(
      @Nullable LocalDate day,
      String currency,
      long orders,
      long differ,
      long failed,
      long cutOff,
      long priced,
      long dated,
      SideView would,
      SideView decided,
      long averageUs) {

    static SumView of(@Nullable LocalDate day, String currency, ShadowTally tally) {
      return new SumView(
          day, currency, tally.orders(), tally.differ(), tally.failed(), tally.cutOff(), tally.priced(),
          tally.dated(), SideView.of(tally.would(), currency), SideView.of(tally.decided(), currency),
          tally.orders() == 0 ? 0 : tally.tookUs() / tally.orders());
    }
  }

  /**
   * One side.
   *
   * @param unplaced orders with units that found no place
   * @param late orders whose promised date would not be kept
   */
  record SideView(long unplaced, long parcels, long late, Amount cost, double days) {

    static SideView of(ShadowSums sums, String currency) {
      return new SideView(
          sums.unplaced(), sums.parcels(), sums.late(), Amount.of(sums.cost(), currency), sums.days());
    }
  }

  static ShadowView of(int version, List<ShadowReport.Day> days) {
    Map<String, ShadowTally> all = new TreeMap<>();
    days.forEach(day -> all.merge(day.currency(), day.tally(), ShadowTally::plus));
    return new ShadowView(
        version,
        all.entrySet().stream().map(each -> SumView.of(null, each.getKey(), each.getValue())).toList(),
        days.stream().map(day -> SumView.of(day.day(), day.currency(), day.tally())).toList());
  }
}
