package dev.crossdock.routing.trials;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.StockFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stock that one simulated policy has: what was there when it began, what came and went, and what it took. */
final class Pool implements StockFacts {

  private final Map<StockKey, Integer> units = new HashMap<>();

  void give(StockKey key, int more) {
    units.merge(key, more, Integer::sum);
  }

  void take(List<Component> components, String location, int taken) {
    components.forEach(part -> give(new StockKey(part.sku(), location), -taken * part.units()));
  }

  @Override
  public int available(String sku, String location) {
    return Math.max(0, units.getOrDefault(new StockKey(sku, location), 0));
  }

  @Override
  public @Nullable Double soldPerDay(String sku, String location) {
    return null;
  }

  @Override
  public @Nullable Integer ageDays(String sku, String location) {
    return null;
  }
}
