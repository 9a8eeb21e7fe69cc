package dev.crossdock.routing.network;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.routing.FactsSource.Network;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.PlaceLoad;
import dev.crossdock.routing.facts.PlaceProfile;
import dev.crossdock.routing.facts.StockFacts;
import dev.crossdock.routing.facts.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The network as one transaction sees it. Paces and costs are read when the first criterion asks for any. */
final class BatchNetwork implements Network {

  private final Snapshot now;
  private final Map<String, PlaceLoad> loads;
  private final Map<String, ItemFacts> items = new HashMap<>();
  private final Supplier<Map<StockKey, Pace>> paces;
  private final Instant instant;
  private final Supplier<Map<String, UnitCost>> costs;
  private @Nullable Map<StockKey, Pace> read;
  private @Nullable Map<String, UnitCost> readCosts;

  /** What is read only when somebody asks. */
  record Later(Supplier<Map<StockKey, Pace>> paces, Supplier<Map<String, UnitCost>> costs) {}

  BatchNetwork(
      Snapshot now,
      Map<String, PlaceLoad> loads,
      Map<String, Item> told,
      Map<String, Integer> weights,
      Later later,
      Instant instant) {
    this.now = now;
    this.loads = loads;
    this.paces = later.paces();
    this.costs = later.costs();
    this.instant = instant;
    told.forEach((sku, item) -> items.put(sku, item.facts(weights.get(sku))));
    weights.forEach((sku, grams) -> items.computeIfAbsent(sku, plain -> Item.PLAIN.facts(grams)));
  }

  @Override
  public PlaceProfile profile(String location) {
    return now.profile(location);
  }

  @Override
  public PlaceLoad load(String location) {
    return loads.getOrDefault(location, PlaceLoad.NONE);
  }

  @Override
  public ItemFacts item(String sku) {
    return items.getOrDefault(sku, ItemFacts.PLAIN);
  }

  @Override
  public @Nullable Double soldPerDay(String sku, String location) {
    Pace pace = paces().get(new StockKey(sku, location));
    return pace == null ? null : pace.soldPerDay();
  }

  @Override
  public @Nullable Integer ageDays(String sku, String location) {
    Pace pace = paces().get(new StockKey(sku, location));
    Instant oldest = pace == null ? null : pace.oldest();
    return oldest == null ? null : Math.toIntExact(Math.max(0, Duration.between(oldest, instant).toDays()));
  }

  @Override
  public StockFacts.@Nullable Cost cost(String sku) {
    if (readCosts == null) {
      readCosts = costs.get();
    }
    UnitCost cost = readCosts.get(sku);
    return cost == null ? null : new StockFacts.Cost(cost.minor(), cost.currency());
  }

  @Override
  public Tariffs tariffs() {
    return now.tariffs();
  }

  private Map<StockKey, Pace> paces() {
    if (read == null) {
      read = paces.get();
    }
    return read;
  }
}
