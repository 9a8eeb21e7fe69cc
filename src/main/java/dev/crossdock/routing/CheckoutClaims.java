package dev.crossdock.routing;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.RoutingPlan.Assignment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Units held at checkout that the orders of a batch take over. An order names its hold by the tag
 * {@code reservation:<id>}, or a command does. A hold that is over is passed by: its order looks for stock like others.
 */
final class CheckoutClaims {

  static final String TAG = "reservation:";

  private final Map<OrderId, CheckoutHold> open;
  private final Map<UUID, List<Reservation>> reserved;
  private final Map<CheckoutHold, UUID> claimed = new LinkedHashMap<>();

  private CheckoutClaims(Map<OrderId, CheckoutHold> open, Map<UUID, List<Reservation>> reserved) {
    this.open = open;
    this.reserved = reserved;
  }

  /** Locks the holds that these orders name or are commanded to claim; without any, no statement is made. */
  static CheckoutClaims lock(Tx tx, CheckoutHolds holds, List<Order> orders, Map<OrderId, UUID> commanded) {
    return of(tx, holds, orders, commanded, ids -> holds.lockOpen(tx, ids));
  }

  /** The holds that these orders name, without a lock: what would be taken over. */
  static CheckoutClaims look(Tx tx, CheckoutHolds holds, List<Order> orders) {
    return of(tx, holds, orders, Map.of(), ids -> {
      Map<UUID, CheckoutHold> open = new HashMap<>();
      ids.forEach(id -> holds.find(tx, id).filter(hold -> hold.open(tx.now())).ifPresent(hold -> open.put(id, hold)));
      return open;
    });
  }

  private static CheckoutClaims of(
      Tx tx, CheckoutHolds holds, List<Order> orders, Map<OrderId, UUID> commanded,
      Function<Set<UUID>, Map<UUID, CheckoutHold>> find) {
    Map<OrderId, UUID> named = new HashMap<>();
    orders.forEach(order -> order.terms().tags().forEach(tag -> note(named, order.id(), tag)));
    named.putAll(commanded);
    if (named.isEmpty()) {
      return new CheckoutClaims(Map.of(), Map.of());
    }
    Map<UUID, CheckoutHold> found = find.apply(Set.copyOf(named.values()));
    Map<OrderId, CheckoutHold> open = new HashMap<>();
    for (Order order : orders) {
      UUID name = named.get(order.id());
      CheckoutHold hold = name == null ? null : found.get(name);
      if (hold != null && isFor(hold, order.channel())) {
        open.put(order.id(), hold);
      }
    }
    Map<UUID, List<Reservation>> reserved =
        open.isEmpty()
            ? Map.of()
            : holds.reserved(tx, open.values().stream().map(CheckoutHold::id).collect(Collectors.toSet())).stream()
                .collect(Collectors.groupingBy(Reservation::document));
    return new CheckoutClaims(open, reserved);
  }

  /**
   * What the order takes over, exactly where it was held; nothing when it needs none of it. The hold's units go into
   * the pool and the order's out of it: what it leaves is there for everybody.
   */
  List<Assignment> take(OrderId order, Demand demand, StockPool pool) {
    CheckoutHold hold = open.get(order);
    if (hold == null || claimed.containsKey(hold) || noneWanted(hold, demand)) {
      return List.of();
    }
    claimed.put(hold, order.value());
    reserved.getOrDefault(hold.id(), List.of()).forEach(r -> pool.give(r.sku(), r.location(), r.units()));
    List<Assignment> taken = new ArrayList<>();
    Map<CheckoutHold.Part, Integer> left = new LinkedHashMap<>();
    hold.parts().forEach(part -> left.put(part, part.units()));
    for (Demand.Line line : demand.lines()) {
      int wanted = line.units();
      for (CheckoutHold.Part part : hold.parts()) {
        int most = part.sku().equals(line.sku()) ? Math.min(wanted, left.getOrDefault(part, 0)) : 0;
        int units = pool.units(line.components(), part.location(), most);
        if (units > 0) {
          taken.add(new Assignment(line.line(), line.sku(), part.location(), units));
          pool.take(line.components(), part.location(), units);
          left.merge(part, -units, Integer::sum);
          wanted -= units;
        }
      }
    }
    return taken;
  }

  /** Whether this order took its hold over. */
  boolean claimedBy(OrderId order) {
    return claimed.containsValue(order.value());
  }

  /** Ends the holds that were taken over; their units change hands when the transaction locks its levels. */
  Set<String> finish(Tx tx, CheckoutHolds holds) {
    if (!claimed.isEmpty()) {
      holds.claim(tx, claimed);
    }
    return claimed.keySet().stream()
        .map(hold -> reserved.getOrDefault(hold.id(), List.of()))
        .flatMap(Collection::stream)
        .map(Reservation::sku)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean noneWanted(CheckoutHold hold, Demand demand) {
    return demand.lines().stream()
        .noneMatch(line -> hold.parts().stream().anyMatch(part -> part.sku().equals(line.sku())));
  }

  private static boolean isFor(CheckoutHold hold, ChannelRef order) {
    return hold.channel() == null
        || (hold.channel().equals(order.channel()) && order.account().equals(hold.account()));
  }

  private static void note(Map<OrderId, UUID> named, OrderId order, String tag) {
    if (tag.startsWith(TAG)) {
      try {
        named.put(order, UUID.fromString(tag.substring(TAG.length())));
      } catch (IllegalArgumentException e) {
        // Somebody's own word, not the name of a hold.
        named.remove(order);
      }
    }
  }
}
