package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockView;
import dev.crossdock.inventory.internal.BinStore;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where at a location units lie. A bin is a label: what lies in no bin is on hand all the same. */
public final class Bins {

  private static final Pattern BIN = Pattern.compile("[A-Za-z0-9_./:#-]{1,40}");

  private final Stock stock;
  private final BinStore store = new BinStore();

  public Bins(Stock stock) {
    this.stock = stock;
  }

  /** Whether a text may be a bin's name. */
  public static boolean isBin(String text) {
    return BIN.matcher(text).matches();
  }

  /** The bins of a SKU, by location and name. */
  public List<BinUnits> of(Tx tx, String sku) {
    return store.ofSku(tx, sku);
  }

  /** What lies in one bin of a location, by SKU. */
  public List<BinUnits> at(Tx tx, String location, String bin) {
    return store.at(tx, location, bin);
  }

  /**
   * Says what lies in bins; a bin with nothing in it is gone. All of it or nothing: a wrong item, or more in the bins
   * of a level than is on hand, is told and nothing is changed.
   */
  public List<ItemError> put(Tx tx, List<BinSet> sets) {
    Set<String> skus =
        sets.stream().map(BinSet::sku).filter(sku -> sku.indexOf('\0') < 0).collect(Collectors.toSet());
    StockView view = stock.lockAvailable(tx, skus);
    Map<StockKey, Integer> onHand = new HashMap<>();
    view.levels().forEach((sku, levels) -> levels.forEach(level -> onHand.put(key(sku, level), level.onHand())));
    Map<StockKey, Map<String, BinUnits>> bins = new HashMap<>();
    store.ofLevels(tx, onHand.keySet()).forEach(bin ->
        bins.computeIfAbsent(bin.key(), first -> new TreeMap<>()).put(bin.bin(), bin));
    List<ItemError> errors = new ArrayList<>();
    Map<StockKey, Map<String, BinUnits>> written = new HashMap<>();
    for (int i = 0; i < sets.size(); i++) {
      BinSet set = sets.get(i);
      ItemError error = judge(i, set, onHand);
      if (error != null) {
        errors.add(error);
        continue;
      }
      Map<String, BinUnits> level = bins.computeIfAbsent(set.key(), first -> new TreeMap<>());
      BinUnits was = level.getOrDefault(set.bin(), new BinUnits(set.key(), set.bin(), 0, 0));
      if (was.frozen() > 0) {
        errors.add(new ItemError(i, "bin", "in-count", "This bin is being counted."));
      }
      level.put(set.bin(), was.units(Math.toIntExact(set.units())));
      written.computeIfAbsent(set.key(), first -> new TreeMap<>())
          .put(set.bin(), was.units(Math.toIntExact(set.units())));
      if (sum(level) > onHand.getOrDefault(set.key(), 0)) {
        errors.add(new ItemError(i, "units", "range", "The bins would hold more than is on hand."));
      }
    }
    if (errors.isEmpty()) {
      store.put(tx, written.values().stream().flatMap(level -> level.values().stream()).toList());
    }
    return errors;
  }

  private static @Nullable ItemError judge(
      int index, BinSet set, Map<StockKey, Integer> onHand) {
    if (!onHand.containsKey(set.key())) {
      return new ItemError(index, "sku", "unknown", "Nothing was ever counted of this SKU at this location.");
    }
    if (!isBin(set.bin())) {
      return new ItemError(index, "bin", "format", "A bin is 1 to 40 letters, digits and -_./:# without spaces.");
    }
    return set.units() < 0 || set.units() > Integer.MAX_VALUE / 2
        ? new ItemError(index, "units", "range", "It must be 0 to 1,000,000,000 units.")
        : null;
  }

  private static long sum(Map<String, BinUnits> bins) {
    return bins.values().stream().mapToLong(BinUnits::units).sum();
  }

  private static StockKey key(String sku, StockAt level) {
    return new StockKey(sku, level.location().code());
  }
}
