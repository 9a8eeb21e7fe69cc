package dev.crossdock.orders.internal;

import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the difference between an order's placements before and after means for stock. */
public record StockEffects(List<Reservation> release, List<Reservation> ship, List<Reservation> reserve) {

  /** Every stock row these effects touch. */
  public Set<StockKey> keys() {
    return Stream.of(release, ship, reserve).flatMap(List::stream).map(Reservation::key).collect(Collectors.toSet());
  }

  private record Key(OrderId order, int line, String sku, String location) {}

  public static StockEffects of(List<OrderChange> changes) {
    Map<Key, Integer> promised = new HashMap<>();
    Map<Key, Integer> left = new HashMap<>();
    for (OrderChange change : changes) {
      // A line may have become another SKU's meanwhile: what it held was promised as what it was then.
      Order before = change.before();
      if (before != null) {
        before.placements().forEach(p -> count(before, p, -1, promised, left));
      }
      change.after().placements().forEach(p -> count(change.after(), p, 1, promised, left));
    }
    StockEffects effects = new StockEffects(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    left.forEach((key, units) -> add(effects.ship, key, units));
    promised.forEach(
        (key, units) -> {
          int rest = units + Math.max(0, left.getOrDefault(key, 0));
          add(rest > 0 ? effects.reserve : effects.release, key, Math.abs(rest));
        });
    return effects;
  }

  /** What an order's open placements hold; what has left holds nothing. */
  public static Set<Reservation> held(Order order) {
    Map<Key, Integer> promised = new HashMap<>();
    order.placements().forEach(p -> count(order, p, 1, promised, new HashMap<>()));
    List<Reservation> held = new ArrayList<>();
    promised.forEach((key, units) -> add(held, key, units));
    return Set.copyOf(held);
  }

  private static void count(
      Order order, Placement placement, int sign, Map<Key, Integer> promised, Map<Key, Integer> left) {
    for (ResolvedOrder.Component part : order.line(placement.line()).told().components()) {
      Key key = new Key(order.id(), placement.line(), part.sku(), placement.location());
      (placement.shipped() ? left : promised).merge(key, sign * placement.units() * part.units(), Integer::sum);
    }
  }

  private static void add(List<Reservation> list, Key key, int units) {
    if (units > 0) {
      list.add(new Reservation(key.order().value(), key.line(), key.sku(), key.location(), units));
    }
  }
}
