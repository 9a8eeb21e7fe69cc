package dev.crossdock.inventory.skus;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.counting.BinUnits;
import dev.crossdock.inventory.internal.BinStore;
import dev.crossdock.inventory.internal.LocationStore;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.lots.internal.LotStore;
import dev.crossdock.inventory.skus.internal.SettingRules;
import dev.crossdock.inventory.skus.internal.SettingStore;
import dev.crossdock.inventory.skus.internal.SettingStore.Row;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What SKUs ask for: lots, expiry, serial numbers. A setting changes while the SKU's levels are locked and nobody can
 * make a new one, so each unit is kept either by lot or without, never both.
 */
public final class SkuSettings {

  private final Stock stock;
  private final KnownSkus skus;
  private final Journal journal;
  private final LocationStore locations = new LocationStore();
  private final LotStore lots = new LotStore();
  private final BinStore bins = new BinStore();
  private final SettingStore store = new SettingStore();

  public SkuSettings(Stock stock, KnownSkus skus, Journal journal) {
    this.stock = stock;
    this.skus = skus;
    this.journal = journal;
  }

  /** What became of a request. */
  public record Stored(int changed, int unchanged, List<ItemError> errors) {}

  /** Stores these settings, each by itself; one that tells nothing new writes nothing. */
  public Stored put(Tx tx, List<SkuSetting> settings) {
    Set<String> asked = new HashSet<>();
    settings.stream().map(SkuSetting::sku).filter(sku -> sku.indexOf('\0') < 0).forEach(asked::add);
    SettingRules rules = new SettingRules(skus.known(tx, asked));
    Map<Integer, SkuSetting> accepted = rules.accept(settings);
    if (accepted.isEmpty()) {
      return new Stored(0, 0, rules.errors());
    }
    locations.lockAll(tx);
    Set<String> names = new HashSet<>();
    accepted.values().forEach(setting -> names.add(setting.sku()));
    Map<String, Row> known = store.lock(tx, names);
    StockView levels = stock.lockAvailable(tx, names);
    Map<String, String> busy = store.busy(tx, names);
    List<Row> rows = new ArrayList<>();
    List<SkuSetting> retracked = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<Integer, SkuSetting> item : accepted.entrySet()) {
      SkuSetting setting = item.getValue();
      Row was = known.getOrDefault(setting.sku(), none(setting.sku()));
      boolean same = was.setting().tracking() == setting.tracking();
      List<StockAt> at = levels.of(setting.sku());
      boolean fits =
          same
              ? rules.noneAssigned(item.getKey(), setting)
              : rules.mayRetrack(item.getKey(), setting, at, busy.get(setting.sku()))
                  && rules.bears(item.getKey(), setting, book(tx, setting, at), at);
      if (fits && !was.setting().equals(setting.settled())) {
        rows.add(new Row(setting.settled(), was.version() + 1));
        if (!same) {
          retracked.add(setting);
        }
      } else if (fits) {
        unchanged++;
      }
    }
    write(tx, rows, retracked, levels);
    return new Stored(rows.size(), unchanged, rules.errors());
  }

  /** What is stored, in the order of SKUs, from behind this one; null for the first page. */
  public List<SkuSetting> list(Tx tx, @Nullable String after, int limit) {
    return store.list(tx, after, limit);
  }

  /** What these SKUs ask for; those that ask for nothing are left out. */
  public Map<String, Asks> of(Tx tx, Set<String> wanted) {
    return store.asks(tx, wanted);
  }

  /** The units pass through nothing: out as what they were, in as what they are, and the ledger tells both. */
  private void write(Tx tx, List<Row> rows, List<SkuSetting> retracked, StockView levels) {
    Set<String> names = new HashSet<>();
    retracked.forEach(setting -> names.add(setting.sku()));
    Map<StockKey, List<LotUnits>> old = names.isEmpty() ? Map.of() : store.lots(tx, names);
    List<Adjustment> out = new ArrayList<>();
    List<Adjustment> in = new ArrayList<>();
    for (SkuSetting setting : retracked) {
      for (StockAt level : levels.of(setting.sku())) {
        StockKey key = new StockKey(setting.sku(), level.location().code());
        if (level.onHand() > 0) {
          out.add(corrected(key, -level.onHand(), tx.now(), old.getOrDefault(key, List.of())));
          in.add(corrected(key, level.onHand(), tx.now(), SettingRules.lots(setting, key.location())));
        }
      }
    }
    List<BinUnits> lying =
        out.isEmpty() ? List.of() : bins.ofLevels(tx, out.stream().map(Adjustment::key).collect(Collectors.toSet()));
    book(tx, out);
    store.put(tx, rows);
    book(tx, in);
    bins.put(tx, lying);
    if (!rows.isEmpty()) {
      journal.append(tx, rows.stream().map(row -> told(row, tx.now())).toList());
    }
  }

  private void book(Tx tx, List<Adjustment> adjustments) {
    List<ItemError> errors = stock.book(tx, adjustments).errors();
    if (!errors.isEmpty()) {
      throw new IllegalStateException("units that were judged could not be relabelled: " + errors);
    }
  }

  private LotBook book(Tx tx, SkuSetting setting, List<StockAt> levels) {
    Map<StockKey, Asks> asks = new HashMap<>();
    Asks next = new Asks(setting.tracking(), Math.toIntExact(setting.shelfDays()), null);
    if (setting.tracking().byLot()) {
      levels.forEach(level -> asks.put(new StockKey(setting.sku(), level.location().code()), next));
    }
    List<LotUnits> named = setting.assign().stream().map(SkuSetting.Assigned::lot).toList();
    return lots.open(tx, asks, Map.of(setting.sku(), named), List.of());
  }

  private static Adjustment corrected(StockKey key, int delta, Instant now, List<LotUnits> named) {
    return new Adjustment(key.sku(), key.location(), delta, StockReason.RELABELLED, null, now, named);
  }

  private static Row none(String sku) {
    return new Row(new SkuSetting(sku, Tracking.NONE, 0, List.of()), 0);
  }

  private static JournalEntry told(Row row, Instant now) {
    SkuSetting setting = row.setting();
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("sku", setting.sku())
            .put("tracking", setting.tracking().name())
            .put("shelfDays", setting.shelfDays())
            .toString();
    return new JournalEntry("sku-setting:" + setting.sku(), row.version(), "sku.setting-changed", now, payload);
  }
}
