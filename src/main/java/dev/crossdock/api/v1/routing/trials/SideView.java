package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.api.web.Amount;
import dev.crossdock.routing.trials.Figures;
import dev.crossdock.routing.trials.Side;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One way to route in figures: altogether, by location and by channel. */
record SideView(FiguresView all, Map<String, FiguresView> byLocation, Map<String, FiguresView> byChannel) {

  static SideView of(Side side) {
    return new SideView(FiguresView.of(side.all()), of(side.byLocation()), of(side.byChannel()));
  }

  private static Map<String, FiguresView> of(Map<String, Figures> figures) {
    Map<String, FiguresView> views = new TreeMap<>();
    figures.forEach((name, figure) -> views.put(name, FiguresView.of(figure)));
    return views;
  }

  /**
   * Figures.
   *
   * @param cost postage and work of the parcels whose price is known, by currency
   * @param costPerOrder the same, over all orders
   * @param daysPerOrder from the order to its delivery; where that is not known, to its leaving
   * @param latePercent orders that would not keep a promised date, of 100
   * @param unfilledPercent units that found no place until the end, of 100
   */
  record FiguresView(
      long orders,
      long units,
      long parcels,
      double parcelsPerOrder,
      List<Amount> cost,
      List<Amount> costPerOrder,
      long parcelsWithoutPrice,
      double daysPerOrder,
      long late,
      double latePercent,
      long unfilledOrders,
      long unfilledUnits,
      double unfilledPercent) {

    static FiguresView of(Figures figures) {
      return new FiguresView(
          figures.orders(),
          figures.units(),
          figures.parcels(),
          figures.parcelsPerOrder(),
          figures.cost().entrySet().stream().map(sum -> Amount.of(sum.getValue(), sum.getKey())).toList(),
          figures.cost().keySet().stream()
              .map(currency -> Amount.of(Math.round(figures.costPerOrder(currency)), currency))
              .toList(),
          figures.parcels() - figures.costedParcels(),
          figures.daysPerOrder(),
          figures.late(),
          figures.latePercent(),
          figures.unfilledOrders(),
          figures.unfilledUnits(),
          figures.unfilledPercent());
    }
  }
}
