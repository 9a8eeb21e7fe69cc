package dev.crossdock.inventory.costing.internal;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.CostReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Works out what units take with them and bring. Amounts are whole minor units: what a part of the units takes is
 * rounded, what the last of them takes is all that is left, so nothing is ever lost or made. Pure.
 */
public final class CostBook {

  private final Map<String, CostPool> pools = new TreeMap<>();
  private final Map<String, List<CostLayer>> layers = new HashMap<>();
  private final Map<UUID, CostLayer> touched = new HashMap<>();
  private final List<CostEntry> entries = new ArrayList<>();

  /** The pools are locked; the layers are those of pools by FIFO. */
  public CostBook(Collection<CostPool> pools, Collection<CostLayer> layers) {
    pools.forEach(pool -> this.pools.put(pool.sku(), pool));
    layers.stream()
        .sorted(Comparator.comparing(CostLayer::since).thenComparing(CostLayer::id))
        .forEach(layer -> of(layer.sku()).add(layer));
  }

  /** Values units that came or went; those of SKUs without a pool are nobody's business. */
  public void take(CostLine line) {
    CostPool pool = pools.get(line.sku());
    if (pool != null && line.units() != 0) {
      entries.add(line.units() > 0 ? come(pool, line) : go(pool, line));
    }
  }

  /**
   * Tells the cost of an arrival after the fact: what of it is still there becomes worth more or less, the rest goes
   * to the cost of sales.
   *
   * @param arrival as it was written, with the value it was given provisionally
   * @param cost of all its units
   */
  public void tell(UUID id, CostEntry arrival, long cost, Instant now) {
    CostPool pool = Objects.requireNonNull(pools.get(arrival.sku()), "an arrival was valued, so there is a pool");
    long difference = cost - arrival.value();
    CostLayer layer = of(arrival.sku()).stream().filter(l -> l.id().equals(arrival.id())).findFirst().orElse(null);
    long left =
        switch (pool.method()) {
          case FIFO -> layer == null ? 0 : layer.units();
          case MOVING_AVERAGE -> Math.min(pool.units(), arrival.units());
        };
    long here = CostPool.share(difference, left, arrival.units());
    long room = layer == null || pool.method() == CostMethod.MOVING_AVERAGE ? pool.value() : layer.value();
    long value = Math.max(here, -room);
    if (layer != null && left > 0) {
      put(layer.with(layer.units(), layer.value() + value));
    }
    pools.put(pool.sku(), pool.plus(0, value));
    entries.add(
        new CostEntry(
            id, arrival.sku(), CostReason.REVALUED, 0, value, difference - value, true, arrival.id(),
            arrival.document(), now));
  }

  /** The same units by another method: what is there becomes one layer, or none are needed any more. */
  public void change(String sku, CostMethod method, UUID layer, Instant now) {
    CostPool pool = Objects.requireNonNull(pools.get(sku), "a SKU without a pool has no method");
    of(sku).forEach(old -> touched.put(old.id(), old.with(0, 0)));
    of(sku).clear();
    pools.put(sku, new CostPool(sku, method, pool.currency(), pool.units(), pool.value(), pool.version()));
    if (method == CostMethod.FIFO && pool.units() > 0) {
      add(new CostLayer(sku, layer, pool.units(), pool.value(), now));
    }
  }

  /** The same with the pools a version further: for changes that the journal tells. */
  public CostBook nextVersions() {
    pools.replaceAll((sku, pool) -> pool.nextVersion());
    return this;
  }

  public Collection<CostPool> pools() {
    return pools.values();
  }

  /** Layers that changed; those with no units left are gone. */
  public Collection<CostLayer> layers() {
    return touched.values();
  }

  public List<CostEntry> entries() {
    return entries;
  }

  private CostEntry come(CostPool pool, CostLine line) {
    long value = line.cost() == null ? pool.average(line.units()) : line.cost();
    boolean known = line.cost() != null || (pool.units() > 0 && line.reason() != CostReason.RECEIVED);
    pools.put(pool.sku(), pool.plus(line.units(), value));
    if (pool.method() == CostMethod.FIFO) {
      add(new CostLayer(line.sku(), line.id(), line.units(), value, line.happenedAt()));
    }
    return entry(line, value, line.reason() == CostReason.RETURNED ? -value : 0, known);
  }

  private CostEntry go(CostPool pool, CostLine line) {
    long units = -line.units();
    if (units > pool.units()) {
      throw new IllegalStateException(units + " units of " + line.sku() + " left, " + pool.units() + " were valued");
    }
    long value =
        switch (pool.method()) {
          case FIFO -> first(line.sku(), units);
          case MOVING_AVERAGE -> pool.average(units);
        };
    pools.put(pool.sku(), pool.plus(-units, -value));
    return entry(line, -value, line.reason() == CostReason.SHIPPED ? value : 0, true);
  }

  private long first(String sku, long units) {
    long left = units;
    long value = 0;
    for (CostLayer layer : List.copyOf(of(sku))) {
      long some = Math.min(left, layer.units());
      if (some > 0) {
        long taken = CostPool.share(layer.value(), some, layer.units());
        put(layer.with(layer.units() - some, layer.value() - taken));
        left -= some;
        value += taken;
      }
    }
    if (left > 0) {
      throw new IllegalStateException("the layers of " + sku + " hold " + left + " units less than was valued");
    }
    return value;
  }

  private void put(CostLayer layer) {
    List<CostLayer> all = of(layer.sku());
    int at = all.stream().map(CostLayer::id).toList().indexOf(layer.id());
    if (layer.units() > 0) {
      all.set(at, layer);
    } else {
      all.remove(at);
    }
    touched.put(layer.id(), layer);
  }

  private void add(CostLayer layer) {
    of(layer.sku()).add(layer);
    touched.put(layer.id(), layer);
  }

  private List<CostLayer> of(String sku) {
    return layers.computeIfAbsent(sku, first -> new ArrayList<>());
  }

  private static CostEntry entry(CostLine line, long value, long sales, boolean known) {
    return new CostEntry(
        line.id(), line.sku(), line.reason(), line.units(), value, sales, known, null,
        line.document(), line.happenedAt());
  }
}
