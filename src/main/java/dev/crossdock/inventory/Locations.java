package dev.crossdock.inventory;

import dev.crossdock.inventory.internal.LocationRules;
import dev.crossdock.inventory.internal.LocationStore;
import dev.crossdock.inventory.internal.StockEvents;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The places that hold stock. */
public final class Locations {

  /** What became of a request: the locations now known (new, changed or as they were), and the refused. */
  public record Stored(List<Location> stored, List<ItemError> errors) {}

  private final Journal journal;
  private final LocationStore store = new LocationStore();

  public Locations(Journal journal) {
    this.journal = journal;
  }

  /** All locations in the order of their codes, inactive ones too. */
  public List<Location> list(Tx tx) {
    Listed listed = tx.attachment(Listed.class, Listed::new);
    List<Location> locations = listed.locations;
    if (locations == null) {
      locations = List.copyOf(store.list(tx));
      listed.locations = locations;
    }
    return locations;
  }

  /** What a transaction has read already: many in it ask, and few ever change any. */
  private static final class Listed {
    private @Nullable List<Location> locations;
  }

  public Optional<Location> find(Tx tx, String code) {
    return list(tx).stream().filter(location -> location.code().equals(code)).findFirst();
  }

  /**
   * Stores what the descriptions say, whole: what is absent takes its default. Wrong items are refused by name and
   * harm no other; an item that tells nothing new writes nothing.
   */
  public Stored put(Tx tx, List<LocationInput> inputs) {
    List<ItemError> errors = new ArrayList<>();
    Map<String, Location> wanted = new TreeMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Location location = LocationRules.judge(i, inputs.get(i), errors);
      if (location != null && wanted.putIfAbsent(location.code(), location) != null) {
        errors.add(new ItemError(i, "code", "duplicate", "The code is named more than once in this request."));
      }
    }
    return new Stored(wanted.isEmpty() ? List.of() : write(tx, wanted), errors);
  }

  private List<Location> write(Tx tx, Map<String, Location> wanted) {
    Map<String, Location> known = store.lock(tx, Set.copyOf(wanted.keySet()));
    List<Location> stored = new ArrayList<>();
    List<Location> inserted = new ArrayList<>();
    List<Location> updated = new ArrayList<>();
    for (Location location : wanted.values()) {
      Location was = known.get(location.code());
      if (was == null) {
        inserted.add(location);
        stored.add(location);
      } else if (was.equals(location.withVersion(was.version()))) {
        stored.add(was);
      } else {
        updated.add(location.withVersion(was.version() + 1));
        stored.add(location.withVersion(was.version() + 1));
      }
    }
    store.insert(tx, inserted);
    store.update(tx, updated);
    tx.attachment(Listed.class, Listed::new).locations = null;
    List<JournalEntry> entries = new ArrayList<>();
    inserted.forEach(location -> entries.add(StockEvents.located(location, tx.now())));
    updated.forEach(location -> entries.add(StockEvents.located(location, tx.now())));
    if (!entries.isEmpty()) {
      journal.append(tx, entries);
    }
    return stored;
  }
}
