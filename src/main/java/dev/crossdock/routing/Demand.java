package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.ResolvedOrder.Component;
import java.util.ArrayList;
import java.util.List;

/** What an order still needs a place for. */
public record Demand(List<Line> lines) {

  public Demand {
    lines = List.copyOf(lines);
  }

  /**
   * Units of one line; a kit's unit needs all its components from the same location.
   *
   * @param units at least 1
   */
  public record Line(int line, String sku, int units, List<Component> components) {}

  /** What routing may decide on now: units of lines whose SKU is known. */
  static Demand of(Order order) {
    List<Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      int units = order.routable(line);
      String sku = line.told().sku();
      if (units > 0 && sku != null) {
        lines.add(new Line(line.line(), sku, units, line.told().components()));
      }
    }
    return new Demand(lines);
  }

  /** What is left when these units are provided for. */
  Demand without(List<RoutingPlan.Assignment> provided) {
    if (provided.isEmpty()) {
      return this;
    }
    List<Line> rest = new ArrayList<>();
    for (Line line : lines) {
      int gone =
          provided.stream()
              .filter(a -> a.line() == line.line())
              .mapToInt(RoutingPlan.Assignment::units)
              .sum();
      if (line.units() > gone) {
        rest.add(new Line(line.line(), line.sku(), line.units() - gone, line.components()));
      }
    }
    return new Demand(rest);
  }

  public int units() {
    return lines.stream().mapToInt(Line::units).sum();
  }
}
