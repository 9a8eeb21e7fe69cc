package dev.crossdock.routing;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.groups.Allocation;
import dev.crossdock.inventory.groups.AllocationGroups;
import dev.crossdock.inventory.groups.Draw;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingPlan.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Units kept apart that the orders of a batch draw on: the group's first, what is free to everybody after them. */
final class GroupDraws {

  private record LineKey(int line, StockKey key) {}

  private final List<Allocation> allocations;
  private final Map<UUID, Integer> left = new HashMap<>();
  private final List<Draw> drawn = new ArrayList<>();

  private GroupDraws(List<Allocation> allocations) {
    this.allocations = allocations;
    allocations.forEach(allocation -> left.put(allocation.id(), allocation.left()));
  }

  static GroupDraws of(Tx tx, AllocationGroups groups, Set<String> skus) {
    return new GroupDraws(groups.of(tx, skus));
  }

  /** Lets the order's plan see what is kept apart for it. */
  void lend(Order order, StockPool pool) {
    for (Allocation allocation : of(order)) {
      pool.give(allocation.sku(), allocation.location(), left(allocation));
    }
  }

  /** Notes what the plan draws, and takes the rest out of the pool again. The plan's units are out of it already. */
  void settle(Order order, List<Assignment> plan, StockPool pool) {
    List<Allocation> ours = of(order);
    if (ours.isEmpty()) {
      return;
    }
    Map<LineKey, Integer> more = differences(order, plan);
    ours.forEach(allocation -> pool.give(allocation.sku(), allocation.location(), -left(allocation)));
    more.forEach(
        (key, units) -> {
          if (units > 0) {
            draw(order, key, units, ours, pool);
          } else {
            // It may go back to the group: whether others get it, the next transaction sees.
            pool.give(key.key().sku(), key.key().location(), units);
          }
        });
  }

  void finish(Tx tx, AllocationGroups groups) {
    groups.draw(tx, drawn);
  }

  private void draw(Order order, LineKey key, int units, List<Allocation> ours, StockPool pool) {
    int open = units;
    for (Allocation allocation : ours) {
      boolean here = key.key().equals(new StockKey(allocation.sku(), allocation.location()));
      int part = here ? Math.min(open, left(allocation)) : 0;
      if (part > 0) {
        left.merge(allocation.id(), -part, Integer::sum);
        pool.give(allocation.sku(), allocation.location(), part);
        String location = allocation.location();
        drawn.add(
            new Draw(
                allocation.id(),
                new Reservation(order.id().value(), key.line(), allocation.sku(), location, part)));
        open -= part;
      }
    }
  }

  /** Units of stock that the plan reserves beyond what the order has reserved there, or below zero less. */
  private static Map<LineKey, Integer> differences(Order order, List<Assignment> plan) {
    Map<LineKey, Integer> more = new TreeMap<>(Comparator.comparing(LineKey::key).thenComparing(LineKey::line));
    plan.forEach(a -> count(order, a.line(), a.location(), a.units(), more));
    for (Placement placement : order.placements()) {
      boolean replanned = order.routable(order.line(placement.line())) > 0;
      if (!placement.shipped() && placement.fulfilmentOrder() == null && replanned) {
        count(order, placement.line(), placement.location(), -placement.units(), more);
      }
    }
    return more;
  }

  private static void count(Order order, int line, String location, int units, Map<LineKey, Integer> more) {
    for (Component part : order.line(line).told().components()) {
      more.merge(new LineKey(line, new StockKey(part.sku(), location)), units * part.units(), Integer::sum);
    }
  }

  private List<Allocation> of(Order order) {
    return allocations.stream()
        .filter(a -> a.group().holds(order.channel().channel(), order.channel().account()))
        .toList();
  }

  private int left(Allocation allocation) {
    return left.getOrDefault(allocation.id(), 0);
  }
}
