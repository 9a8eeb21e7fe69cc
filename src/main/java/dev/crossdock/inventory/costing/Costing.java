package dev.crossdock.inventory.costing;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.costing.internal.CostBook;
import dev.crossdock.inventory.costing.internal.CostEntry;
import dev.crossdock.inventory.costing.internal.CostEvents;
import dev.crossdock.inventory.costing.internal.CostLine;
import dev.crossdock.inventory.costing.internal.CostPool;
import dev.crossdock.inventory.costing.internal.CostReports;
import dev.crossdock.inventory.costing.internal.CostRules;
import dev.crossdock.inventory.costing.internal.CostStore;
import dev.crossdock.inventory.history.AsOf;
import dev.crossdock.inventory.internal.LocationStore;
import dev.crossdock.inventory.receiving.UnitCost;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stock is worth and what sales cost, for SKUs that are to be valued. A SKU is valued as a whole, wherever its
 * units lie, so moving them costs nothing. Amounts are whole minor units, and what came in is always what went out and
 * what is left together.
 */
public final class Costing {

  private final Stock stock;
  private final KnownSkus skus;
  private final Journal journal;
  private final Ids ids;
  private final LocationStore locations = new LocationStore();
  private final CostStore store = new CostStore();
  private final CostReports reports = new CostReports();

  public Costing(Stock stock, KnownSkus skus, Journal journal, Ids ids) {
    this.stock = stock;
    this.skus = skus;
    this.journal = journal;
    this.ids = ids;
  }

  /** What became of a request. */
  public record Stored(int changed, int unchanged, List<ItemError> errors) {}

  /** Begins to value these SKUs, or changes their method; each by itself. Valuing does not end. */
  public Stored put(Tx tx, List<CostSetting> settings) {
    Set<String> asked = new HashSet<>();
    settings.stream().map(CostSetting::sku).filter(sku -> sku.indexOf('\0') < 0).forEach(asked::add);
    CostRules rules = new CostRules(skus.known(tx, asked));
    Map<Integer, CostSetting> accepted = rules.accept(settings);
    if (accepted.isEmpty()) {
      return new Stored(0, 0, rules.errors());
    }
    locations.lockAll(tx);
    Set<String> names = new HashSet<>();
    accepted.values().forEach(setting -> names.add(setting.sku()));
    Map<String, Long> there = new TreeMap<>();
    stock.lockAvailable(tx, names).levels().forEach(
        (sku, levels) -> there.put(sku, levels.stream().mapToLong(StockAt::onHand).sum()));
    Map<String, CostPool> known = new TreeMap<>();
    store.open(tx, names).pools().forEach(pool -> known.put(pool.sku(), pool));
    int changed = 0;
    int unchanged = 0;
    for (Map.Entry<Integer, CostSetting> item : accepted.entrySet()) {
      CostSetting setting = item.getValue();
      CostPool was = known.get(setting.sku());
      long units = there.getOrDefault(setting.sku(), 0L) + store.inTransit(tx, setting.sku());
      if (!rules.mayChange(item.getKey(), setting, was, units)) {
        continue;
      }
      if (was != null && was.method() == setting.method()) {
        unchanged++;
        continue;
      }
      change(tx, setting, was, units);
      changed++;
    }
    return new Stored(changed, unchanged, rules.errors());
  }

  /** Tells the cost of arrivals that nobody knew it of; all of them or none. */
  public List<ItemError> tell(Tx tx, List<CostTold> costs) {
    Set<String> names = new HashSet<>();
    costs.stream().map(CostTold::sku).filter(sku -> sku.indexOf('\0') < 0).forEach(names::add);
    CostBook book = store.open(tx, names);
    CostRules rules = new CostRules(names);
    for (int i = 0; i < costs.size(); i++) {
      CostTold told = costs.get(i);
      CostEntry arrival =
          told.sku().indexOf('\0') < 0 ? store.untold(tx, told.sku(), told.entry()).orElse(null) : null;
      if (rules.mayTell(i, told, arrival, book) && arrival != null) {
        book.tell(ids.next(), arrival, Math.multiplyExact(told.cost().minor(), arrival.units()), tx.now());
      }
    }
    if (rules.errors().isEmpty() && !book.entries().isEmpty()) {
      CostBook versioned = book.nextVersions();
      store.write(tx, versioned);
      journal.append(tx, CostEvents.told(versioned, tx.now()));
    }
    return rules.errors();
  }

  /**
   * What SKUs are worth, in their order.
   *
   * @param asOf null for now
   * @param after the last SKU of the page before; null for the first page
   */
  public List<SkuValue> values(Tx tx, @Nullable AsOf asOf, @Nullable String after, int limit) {
    return reports.values(tx, asOf, after, limit);
  }

  /** What everything is worth together, by currency. */
  public Map<String, Long> total(Tx tx, @Nullable AsOf asOf) {
    return reports.total(tx, asOf);
  }

  /** What sales cost from an instant to before another, by SKU in their order; SKUs without stock and sales too. */
  public List<SkuSales> sales(Tx tx, Instant from, Instant to, @Nullable String after, int limit) {
    return reports.sales(tx, from, to, after, limit);
  }

  /** Arrivals whose cost nobody has told, in the order of SKUs, of one SKU or, with null, of all. */
  public List<UntoldCost> untold(Tx tx, @Nullable String sku, int limit) {
    return reports.untold(tx, sku, limit);
  }

  private void change(Tx tx, CostSetting setting, @Nullable CostPool was, long units) {
    if (was == null) {
      store.begin(tx, setting.sku(), setting.method(), setting.currency());
    }
    CostBook book = store.open(tx, Set.of(setting.sku()));
    if (was != null) {
      book.change(setting.sku(), setting.method(), ids.next(), tx.now());
    } else if (units > 0) {
      UnitCost opening = setting.opening();
      Long cost = opening == null ? null : Math.multiplyExact(opening.minor(), units);
      book.take(new CostLine(ids.next(), setting.sku(), CostReason.OPENED, units, cost, null, tx.now()));
    }
    CostBook versioned = was == null ? book : book.nextVersions();
    store.write(tx, versioned);
    journal.append(tx, CostEvents.valued(versioned, tx.now()));
  }
}
