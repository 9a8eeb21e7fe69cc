package dev.crossdock.routing;

import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.internal.Wave;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Stock that may still be promised, going down as the orders of a batch take from it. */
final class StockPool implements Wave.Pool {

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

  @Override
  public int available(String sku, String location) {
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

  /** SKUs of which something is free. */
  Set<String> free() {
    return available.entrySet().stream()
        .filter(level -> level.getValue() > 0)
        .map(level -> level.getKey().sku())
        .collect(Collectors.toSet());
  }

  /** Takes up to so many free units of a SKU out, where most of them are first. */
  List<WaitingRoom.Withheld> withhold(String sku, Set<String> locations, int units) {
    List<StockKey> levels =
        available.keySet().stream()
            .filter(key -> key.sku().equals(sku) && locations.contains(key.location()))
            .sorted(
                Comparator.comparing((StockKey key) -> available(sku, key.location()), Comparator.reverseOrder())
                    .thenComparing(StockKey::location))
            .toList();
    List<WaitingRoom.Withheld> withheld = new ArrayList<>();
    int open = units;
    for (StockKey level : levels) {
      int part = Math.min(open, available(sku, level.location()));
      if (part > 0) {
        give(sku, level.location(), -part);
        withheld.add(new WaitingRoom.Withheld(sku, level.location(), part));
        open -= part;
      }
    }
    return withheld;
  }

  void take(List<Component> components, String location, int units) {
    components.forEach(part -> give(part.sku(), location, -units * part.units()));
  }

  @Override
  public void give(String sku, String location, int units) {
    available.merge(new StockKey(sku, location), units, Integer::sum);
  }
}
