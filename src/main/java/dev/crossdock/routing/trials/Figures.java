package dev.crossdock.routing.trials;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one way to route came to.
 *
 * @param orders that came, or that a location shipped something of
 * @param cost postage and work, minor units by currency, of the parcels whose price is known
 * @param costedParcels parcels whose price is known
 * @param days from arrival to delivery over all timed plans; where the delivery is not known, to leaving
 * @param timed plans of which days are known
 * @param late orders that would not keep a promised date
 * @param unfilledOrders orders with units that found no place until the end
 */
public record Figures(
    long orders,
    long units,
    long parcels,
    Map<String, Long> cost,
    long costedParcels,
    double days,
    long timed,
    long late,
    long unfilledOrders,
    long unfilledUnits) {

  public Figures {
    cost = Collections.unmodifiableSortedMap(new TreeMap<>(cost));
  }

  /** For as many units as an order has; units without a place count neither here nor there. */
  public double parcelsPerOrder() {
    return perPlaced(parcels);
  }

  public double daysPerOrder() {
    return per(days, timed);
  }

  /** Of 100 orders. */
  public double latePercent() {
    return 100 * per((double) late, orders);
  }

  /** Of 100 units. */
  public double unfilledPercent() {
    return 100 * per((double) unfilledUnits, units);
  }

  /** Minor units an order, in this currency; a policy that places less is not cheaper for it. */
  public double costPerOrder(String currency) {
    return perPlaced(cost.getOrDefault(currency, 0L));
  }

  private double perPlaced(long sum) {
    long placed = units - unfilledUnits;
    return placed <= 0 || orders == 0 ? 0 : (double) sum / orders * units / placed;
  }

  private static double per(double sum, long count) {
    return count == 0 ? 0 : sum / count;
  }
}
