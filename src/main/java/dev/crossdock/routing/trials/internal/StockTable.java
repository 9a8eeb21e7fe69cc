package dev.crossdock.routing.trials.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.routing.facts.StockFacts;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stock as a case tells it; what is not told is not there. */
final class StockTable implements StockFacts {

  private final Map<StockKey, Level> levels = new HashMap<>();

  private record Level(int units, @Nullable Double soldPerDay, @Nullable Integer ageDays) {}

  /** False where the level was told already. */
  boolean put(StockKey key, int units, @Nullable Double soldPerDay, @Nullable Integer ageDays) {
    return levels.putIfAbsent(key, new Level(units, soldPerDay, ageDays)) == null;
  }

  @Override
  public int available(String sku, String location) {
    Level level = levels.get(new StockKey(sku, location));
    return level == null ? 0 : level.units();
  }

  @Override
  public @Nullable Double soldPerDay(String sku, String location) {
    Level level = levels.get(new StockKey(sku, location));
    return level == null ? null : level.soldPerDay();
  }

  @Override
  public @Nullable Integer ageDays(String sku, String location) {
    Level level = levels.get(new StockKey(sku, location));
    return level == null ? null : level.ageDays();
  }
}
