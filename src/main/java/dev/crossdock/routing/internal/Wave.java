package dev.crossdock.routing.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Units that were promised to orders until they are decided together. Each order has its own for its plan, and those of
 * lower priority lend it theirs; what it leaves they have again.
 */
public final class Wave {

  private final Pool pool;
  private final Map<OrderId, Share> shares = new LinkedHashMap<>();

  private record Share(int priority, Map<StockKey, Integer> units) {}

  /** Stock that may still be promised. */
  public interface Pool {
    int available(String sku, String location);

    void give(String sku, String location, int units);
  }

  public Wave(Pool pool) {
    this.pool = pool;
  }

  /** Orders are added in the order in which they are planned. */
  public void add(Order order, Map<StockKey, Integer> promised) {
    shares.put(order.id(), new Share(order.priority(), new HashMap<>(promised)));
  }

  /**
   * Puts into the pool what is left of the order's own units, and what those of lower priority lend it; to be closed
   * after its plan. False for an order that was not added, for which it does nothing.
   */
  public boolean open(Order order) {
    Share own = shares.remove(order.id());
    if (own != null) {
      own.units().forEach((key, units) -> pool.give(key.sku(), key.location(), units));
      lent(own.priority()).forEach((key, units) -> pool.give(key.sku(), key.location(), units));
    }
    return own != null;
  }

  /** Takes out of the pool again what was lent to the order and is still there. */
  public void close(Order order) {
    for (Share share : shares.values()) {
      if (share.priority() < order.priority()) {
        share.units()
            .replaceAll(
                (key, units) -> {
                  int left = Math.min(units, pool.available(key.sku(), key.location()));
                  pool.give(key.sku(), key.location(), -left);
                  return left;
                });
      }
    }
  }

  private Map<StockKey, Integer> lent(int priority) {
    Map<StockKey, Integer> lent = new HashMap<>();
    shares.values().stream()
        .filter(share -> share.priority() < priority)
        .forEach(share -> share.units().forEach((key, units) -> lent.merge(key, units, Integer::sum)));
    return lent;
  }
}
