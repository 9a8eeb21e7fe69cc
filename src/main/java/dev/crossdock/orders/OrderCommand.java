package dev.crossdock.orders;

import dev.crossdock.orders.ResolvedOrder.Component;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of an order. */
public sealed interface OrderCommand {

  /** The channel's order as it is now: places the order, or changes what differs. */
  record ApplySnapshot(String number, ResolvedOrder order, List<Finding> findings) implements OrderCommand {}

  /** Channel SKUs that have become known: the lines they stopped go on. */
  record ResolveSkus(Map<String, Resolution> byChannelSku) implements OrderCommand {}

  /** What a channel SKU stands for. */
  record Resolution(String sku, List<Component> components) {}

  /** Puts units where the routing decided; whatever was only reserved before is placed anew. */
  record Place(List<LinePlan> lines) implements OrderCommand {}

  /**
   * Where the units of one line go.
   *
   * @param backordered units that found no stock
   */
  record LinePlan(int line, List<Placement> placements, int backordered) {}

  record OpenHold(Finding finding, String by) implements OrderCommand {}

  record ReleaseHold(UUID hold, String by, boolean byPerson, String note) implements OrderCommand {}

  /** Cancels whatever has not left yet. */
  record Cancel(String reason, ResolvedOrder.@Nullable Source source) implements OrderCommand {}

  /** The units of one fulfilment order have left. */
  record Ship(UUID fulfilmentOrder) implements OrderCommand {}
}
