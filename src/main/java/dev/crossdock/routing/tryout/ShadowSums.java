package dev.crossdock.routing.tryout;

/**
 * What one side came to, summed up over orders in one currency.
 *
 * @param unplaced orders with units that found no place
 * @param late orders whose promised date would not be kept
 * @param cost minor units, of the orders of which both sides' cost is known
 * @param days of the orders of which both sides' days are known
 */
public record ShadowSums(long unplaced, long parcels, long late, long cost, double days) {

  public static final ShadowSums NONE = new ShadowSums(0, 0, 0, 0, 0);

  ShadowSums plus(ShadowSums more) {
    return new ShadowSums(
        unplaced + more.unplaced, parcels + more.parcels, late + more.late, cost + more.cost, days + more.days);
  }
}
