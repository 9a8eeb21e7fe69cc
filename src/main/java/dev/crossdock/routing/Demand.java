package dev.crossdock.routing;

import dev.crossdock.orders.ResolvedOrder.Component;
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

  public int units() {
    return lines.stream().mapToInt(Line::units).sum();
  }
}
