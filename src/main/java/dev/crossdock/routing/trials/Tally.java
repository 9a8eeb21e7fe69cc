package dev.crossdock.routing.trials;

import java.util.Map;
import java.util.TreeMap;

/** Figures of one way to route, as they add up. */
final class Tally {

  private final Sum all = new Sum();
  private final Map<String, Sum> byLocation = new TreeMap<>();
  private final Map<String, Sum> byChannel = new TreeMap<>();

  /** Something that is added up. */
  static final class Sum {
    private long orders;
    private long units;
    private long parcels;
    private final Map<String, Long> cost = new TreeMap<>();
    private long costed;
    private double days;
    private long timed;
    private long late;
    private long unfilledOrders;
    private long unfilledUnits;

    Figures figures() {
      return new Figures(orders, units, parcels, cost, costed, days, timed, late, unfilledOrders, unfilledUnits);
    }
  }

  /** An order came; its parcels follow. */
  void order(PastOrder order) {
    for (Sum sum : of(order)) {
      sum.orders++;
      sum.units += order.facts().units();
    }
  }

  /** Parcels of an order were planned. */
  void shipped(PastOrder order, Trip trip) {
    for (Sum sum : of(order)) {
      sum.parcels += trip.stops().size();
    }
    for (Trip.Stop stop : trip.stops()) {
      Sum there = byLocation.computeIfAbsent(stop.location(), code -> new Sum());
      there.orders++;
      there.parcels++;
      there.units += stop.units();
      there.late += stop.late() ? 1 : 0;
      Double under = stop.days();
      if (under != null) {
        there.days += under;
        there.timed++;
      }
      if (stop.cost() != null) {
        there.cost.merge(order.facts().currency(), stop.cost(), Long::sum);
        there.costed++;
        for (Sum sum : of(order)) {
          sum.cost.merge(order.facts().currency(), stop.cost(), Long::sum);
          sum.costed++;
        }
      }
    }
    Double days = trip.days();
    if (days != null) {
      for (Sum sum : of(order)) {
        sum.days += days;
        sum.timed++;
      }
    }
  }

  void late(PastOrder order) {
    for (Sum sum : of(order)) {
      sum.late++;
    }
  }

  /** Units found no place until the end. */
  void unfilled(PastOrder order, int units) {
    for (Sum sum : of(order)) {
      sum.unfilledOrders++;
      sum.unfilledUnits += units;
    }
  }

  Figures figures() {
    return all.figures();
  }

  Map<String, Figures> byLocation() {
    return figures(byLocation);
  }

  Map<String, Figures> byChannel() {
    return figures(byChannel);
  }

  private Sum[] of(PastOrder order) {
    return new Sum[] {all, byChannel.computeIfAbsent(order.facts().channel(), channel -> new Sum())};
  }

  private static Map<String, Figures> figures(Map<String, Sum> sums) {
    Map<String, Figures> figures = new TreeMap<>();
    sums.forEach((name, sum) -> figures.put(name, sum.figures()));
    return figures;
  }
}
