package dev.crossdock.inventory.promising;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.promising.internal.SafetyRules;
import dev.crossdock.inventory.promising.internal.SafetyStore.Row;
import dev.crossdock.inventory.promising.internal.SafetyStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept back, set by list. It limits what is shown and offered, never what an order in hand gets. */
public final class SafetyStocks {

  private final KnownSkus skus;
  private final Locations locations;
  private final Journal journal;
  private final SafetyStore store = new SafetyStore();

  public SafetyStocks(KnownSkus skus, Locations locations, Journal journal) {
    this.skus = skus;
    this.locations = locations;
    this.journal = journal;
  }

  /** What became of a request. */
  public record Stored(int changed, int unchanged, List<ItemError> errors) {}

  /** Stores these settings; a wrong one is refused by name, and one that tells nothing new writes nothing. */
  public Stored put(Tx tx, List<SafetyStock> settings) {
    Set<String> asked = SafetyRules.skus(settings);
    Set<String> places = locations.list(tx).stream().map(Location::code).collect(Collectors.toSet());
    SafetyRules rules = new SafetyRules(asked.isEmpty() ? Set.of() : skus.known(tx, asked), places);
    List<SafetyStock> accepted = rules.accept(settings);
    if (accepted.isEmpty()) {
      return new Stored(0, 0, rules.errors());
    }
    Map<SafetyStock, Row> known = store.lock(tx, accepted.stream().map(SafetyStore::key).toList());
    List<Row> inserted = new ArrayList<>();
    List<Row> updated = new ArrayList<>();
    for (SafetyStock setting : accepted) {
      Row was = known.get(SafetyStore.key(setting));
      if (was == null && setting.units() != null) {
        inserted.add(new Row(setting, 1));
      } else if (was != null && !Objects.equals(was.setting().units(), setting.units())) {
        updated.add(new Row(setting, was.version() + 1));
      }
    }
    store.insert(tx, inserted);
    store.update(tx, updated);
    List<JournalEntry> told =
        Stream.concat(inserted.stream(), updated.stream()).map(row -> SafetyRules.told(row, tx.now())).toList();
    if (!told.isEmpty()) {
      journal.append(tx, told);
    }
    return new Stored(told.size(), accepted.size() - told.size(), rules.errors());
  }

  /**
   * The settings there are, in the order of their keys.
   *
   * @param sku of this SKU only; null for all
   * @param after the last one of the page before; null for the first page
   */
  public List<SafetyStock> list(Tx tx, @Nullable String sku, @Nullable SafetyStock after, int limit) {
    return store.list(tx, sku, after, limit);
  }
}
