package dev.crossdock.inventory.history;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.internal.StockEvents;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Locations as they were known at instants of the past, from what the journal was told of them. */
public final class PastLocations {

  private final Locations locations;

  public PastLocations(Locations locations) {
    this.locations = locations;
  }

  /** All that was ever told of locations; locks nothing. */
  public Told read(Tx tx) {
    List<Location> now = locations.list(tx);
    Map<String, List<JournalEvent>> told =
        JournalHistory.ofStreams(tx, now.stream().map(location -> StockEvents.stream(location.code())).toList());
    Told all = new Told();
    for (Location location : now) {
      List<JournalEvent> events = told.getOrDefault(StockEvents.stream(location.code()), List.of());
      events.forEach(event -> all.add(event.recordedAt(), StockEvents.location(event)));
    }
    return all;
  }

  /** What was told of locations, for as many instants as are asked. */
  public static final class Told {
    private final Map<String, TreeMap<Instant, Location>> byCode = new TreeMap<>();

    private void add(Instant since, Location location) {
      byCode.computeIfAbsent(location.code(), first -> new TreeMap<>()).put(since, location);
    }

    /** In the order of their codes, inactive ones too; what came later is absent. */
    public List<Location> then(Instant at) {
      List<Location> then = new ArrayList<>();
      for (TreeMap<Instant, Location> versions : byCode.values()) {
        Map.Entry<Instant, Location> last = versions.floorEntry(at);
        if (last != null) {
          then.add(last.getValue());
        }
      }
      return then;
    }

    /** When anything was told next after an instant. */
    public Optional<Instant> nextChange(Instant after) {
      return byCode.values().stream()
          .flatMap(versions -> versions.tailMap(after, false).keySet().stream().limit(1))
          .min(Instant::compareTo);
    }
  }
}
