package dev.crossdock.routing.facts;

import dev.crossdock.orders.ResolvedOrder.Component;
import java.util.List;

/**
 * Units of a line that need a place. A unit of a kit needs all its components from the same place.
 *
 * @param units at least 1
 * @param unitPrice what the buyer paid for one, minor units of the order's currency; 0 where it is not known
 * @param components what one unit is made of; a plain SKU is made of one of itself
 */
public record LineFacts(
    int line, String sku, int units, long unitPrice, List<Component> components, ItemFacts item) {

  public LineFacts {
    components = List.copyOf(components);
  }
}
