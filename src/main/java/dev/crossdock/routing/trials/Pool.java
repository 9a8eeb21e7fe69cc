package dev.crossdock.routing.trials;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.history.PastStock;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.facts.StockFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stock that one simulated policy has: what was there when it began, what came and went, and what it took. */
final class Pool implements StockFacts {

  private final Map<StockKey, Integer> units = new HashMap<>();
  private final Map<StockKey, PastStock.Pace> paces = new HashMap<>();
  private final Map<String, UnitCost> costs = new HashMap<>();
  private Instant now = Instant.EPOCH;

  void pace(PastStock.Pace pace) {
    paces.put(pace.key(), pace);
  }

  /** What goods cost from now on; the last that is known of each counts. */
  void costs(Map<String, UnitCost> told) {
    costs.putAll(told);
  }

  /** From when on ages are counted back. */
  void at(Instant instant) {
    now = instant;
  }

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
    PastStock.Pace pace = paces.get(new StockKey(sku, location));
    return pace == null ? null : (Double) pace.soldPerDay();
  }

  @Override
  public @Nullable Cost cost(String sku) {
    UnitCost cost = costs.get(sku);
    return cost == null ? null : new Cost(cost.minor(), cost.currency());
  }

  @Override
  public @Nullable Integer ageDays(String sku, String location) {
    PastStock.Pace pace = paces.get(new StockKey(sku, location));
    Instant oldest = pace == null ? null : pace.oldest();
    return oldest == null ? null : (Integer) Math.toIntExact(Math.max(0, Duration.between(oldest, now).toDays()));
  }
}
