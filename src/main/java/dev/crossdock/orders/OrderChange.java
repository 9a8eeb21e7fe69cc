package dev.crossdock.orders;

import dev.crossdock.platform.db.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction did to one order.
 *
 * @param before null when the order is new
 * @param steps at least one
 */
public record OrderChange(@Nullable Order before, Order after, List<Step> steps) {

  /** An event and what caused it. */
  public record Step(OrderEvent event, Cause cause) {}


  /** The order's placements before, none for a new one. */
  public List<Placement> placementsBefore() {
    return before == null ? List.of() : before.placements();
  }
}
