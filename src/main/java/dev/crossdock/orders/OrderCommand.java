package dev.crossdock.orders;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.shortage.Shortage;
import dev.crossdock.orders.shortage.SoldAhead;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
   * @param shortage what is known about them
   */
  record LinePlan(int line, List<Placement> placements, int backordered, Shortage shortage) {}

  record OpenHold(Finding finding, String by) implements OrderCommand {}

  record ReleaseHold(UUID hold, String by, boolean byPerson, String note) implements OrderCommand {}

  /** Cancels whatever has not left yet. */
  record Cancel(String reason, ResolvedOrder.@Nullable Source source) implements OrderCommand {}

  /** Cancels up to so many units of one line, those nobody works on first. */
  record CancelLine(int line, int units, String reason) implements OrderCommand {}

  /** Sells units of a line ahead that wait for stock already. */
  record SellAhead(int line, List<SoldAhead> ahead) implements OrderCommand {}

  /** Sends something else in place of what was ordered; only while nothing of the line is worked on. */
  record Substitute(int line, String sku, List<Component> components, String reason) implements OrderCommand {}

  /** Says who comes first when units are scarce. */
  record SetPriority(int priority, String reason) implements OrderCommand {}

  /**
   * Takes units away that are promised to this order and not released yet, for another one.
   *
   * @param priority of the other order; it must be higher, unless {@code force}
   */
  record Displace(int line, int units, OrderEvent.Other by, int priority, boolean force, String reason)
      implements OrderCommand {}

  /** Notes that waiting units of this order take those of another; a plan places them. */
  record TakeOver(int line, int units, OrderEvent.Other from, String reason) implements OrderCommand {}

  /**
   * Takes units away from locations that don't ship them after all; they look for another place.
   *
   * @param locations whose units; those that have left stay
   * @param lines the lines that are meant; empty for all
   */
  record TakeBack(Set<String> locations, Set<Integer> lines, String reason) implements OrderCommand {
    public TakeBack {
      locations = Set.copyOf(locations);
      lines = Set.copyOf(lines);
    }
  }

  /** The units of one fulfilment order have left. */
  record Ship(UUID fulfilmentOrder) implements OrderCommand {}
}
