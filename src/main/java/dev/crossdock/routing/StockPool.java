package dev.crossdock.routing;

import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.orders.ResolvedOrder.Component;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stock that may still be promised, going down as the orders of a batch take from it. */
final class StockPool {

  private final Map<StockKey, Integer> available;

  private StockPool(Map<StockKey, Integer> available) {
    this.available = available;
  }

  static StockPool of(StockView view) {
    Map<StockKey, Integer> available = new HashMap<>();
    view.levels()
        .forEach(
            (sku, levels) -> {
              for (StockAt level : levels) {
                // Below zero where a count found less than is promised: what is given back there frees nothing yet.
                int free = level.available() - level.shortfall();
                available.put(new StockKey(sku, level.location().code()), free);
              }
            });
    return new StockPool(available);
  }

  /** What this demand may take, apart: copies of it are small however many orders share the pool. */
  StockPool of(Demand demand, List<Site> sites) {
    Map<StockKey, Integer> part = new HashMap<>();
    for (Demand.Line line : demand.lines()) {
      for (Component component : line.components()) {
        for (Site site : sites) {
          StockKey key = new StockKey(component.sku(), site.code());
          Integer units = available.get(key);
          if (units != null) {
            part.put(key, units);
          }
        }
      }
    }
    return new StockPool(part);
  }

  StockPool copy() {
    return new StockPool(new HashMap<>(available));
  }

  int available(String sku, String location) {
    return Math.max(0, available.getOrDefault(new StockKey(sku, location), 0));
  }

  /** How many whole units, made of these components, the location can give. */
  int units(List<Component> components, String location, int wanted) {
    int units = wanted;
    for (Component component : components) {
      units = Math.min(units, available(component.sku(), location) / component.units());
    }
    return units;
  }

  void take(List<Component> components, String location, int units) {
    components.forEach(part -> give(part.sku(), location, -units * part.units()));
  }

  void give(String sku, String location, int units) {
    available.merge(new StockKey(sku, location), units, Integer::sum);
  }
}
