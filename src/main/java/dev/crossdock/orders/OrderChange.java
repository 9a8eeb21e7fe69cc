package dev.crossdock.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one order.
 *
 * @param before null when the order is new
 * @param events at least one
 */
public record OrderChange(@Nullable Order before, Order after, List<OrderEvent> events) {

  /** The order's placements before, none for a new one. */
  public List<Placement> placementsBefore() {
    return before == null ? List.of() : before.placements();
  }
}
