package dev.crossdock.routing.network.internal;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.routing.network.Kept;
import dev.crossdock.routing.network.Told;
import dev.crossdock.routing.network.internal.EntryStore.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Things of one kind, as versions: what is told anew begins a version, what is told again changes nothing. */
public final class Entries<T> {

  private final Kind kind;
  private final Class<T> type;
  private final Journal journal;
  private final Ids ids;
  private final EntryStore store = new EntryStore();
  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * Something that is to be kept.
   *
   * @param index its place in the request
   * @param expected the version the caller has seen, 0 for none; null for whatever it is
   * @param content null to end it
   */
  public record Wanted<T>(int index, String name, @Nullable Integer expected, @Nullable T content) {}

  public Entries(Kind kind, Class<T> type, Journal journal, Ids ids) {
    this.kind = kind;
    this.type = type;
    this.journal = journal;
    this.ids = ids;
  }

  /** Keeps what passes; adds to the errors what names a version that is not the current one. */
  public Told<T> put(Tx tx, List<Wanted<T>> wanted, List<ItemError> errors) {
    Map<String, Wanted<T>> byName = new TreeMap<>();
    for (Wanted<T> each : wanted) {
      if (byName.putIfAbsent(each.name(), each) != null) {
        errors.add(new ItemError(each.index(), "", "duplicate", each.name() + " is named more than once."));
      }
    }
    List<Kept<T>> stored = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    if (!byName.isEmpty()) {
      Map<String, Row> current =
          store.lock(tx, kind, byName.keySet()).stream().collect(Collectors.toMap(Row::name, row -> row));
      byName.values().forEach(each -> judge(tx, each, current.get(each.name()), stored, rows, errors));
    }
    if (!rows.isEmpty()) {
      store.write(tx, kind, rows, ids.next());
      ReadOnce.of(tx).forget();
      journal.append(tx, rows.stream().map(row -> told(row, tx.now())).toList());
    }
    return new Told<>(stored, rows.size(), errors);
  }

  private void judge(
      Tx tx, Wanted<T> each, @Nullable Row was, List<Kept<T>> stored, List<Row> rows, List<ItemError> errors) {
    boolean known = was != null && was.content() != null;
    int version = was == null ? 0 : was.version();
    Integer expected = each.expected();
    if (expected != null && expected != (known ? version : 0)) {
      errors.add(
          new ItemError(
              each.index(), "version", "stale",
              known ? "It was changed meanwhile: version " + version + " holds now." : "It is not there any more."));
      return;
    }
    T content = each.content();
    T held = known ? content(Objects.requireNonNull(was)) : null;
    if (Objects.equals(content, held)) {
      if (was != null && held != null) {
        stored.add(new Kept<>(was.name(), version, was.since(), held));
      }
      return;
    }
    Instant since = was != null && was.since().isAfter(tx.now()) ? was.since() : tx.now();
    Row next = new Row(each.name(), version + 1, content == null ? null : json.writeValueAsString(content), since);
    rows.add(next);
    if (content != null) {
      stored.add(new Kept<>(next.name(), next.version(), since, content));
    }
  }

  /** All of them, in the order of their names. */
  public List<Kept<T>> list(Tx tx) {
    return page(tx, "", Integer.MAX_VALUE);
  }

  /** In the order of their names, from behind this one. */
  public List<Kept<T>> page(Tx tx, String after, int limit) {
    return kept(store.page(tx, kind, after, limit));
  }

  /** These, as far as they are told. */
  public Map<String, Kept<T>> get(Tx tx, Collection<String> names) {
    return byName(store.get(tx, kind, names));
  }

  public Optional<Kept<T>> find(Tx tx, String name) {
    return kept(store.get(tx, kind, List.of(name))).stream().findFirst();
  }

  /** What held at that instant; of these names, or of all. */
  public Map<String, Kept<T>> then(Tx tx, @Nullable Collection<String> names, Instant at) {
    return byName(store.then(tx, kind, names, at));
  }

  /** When anything of this kind was told next after an instant. */
  public Optional<Instant> nextChange(Tx tx, Instant after) {
    return store.next(tx, kind, after);
  }

  /** The versions of one, the newest first; versions that ended it are left out. */
  public List<Kept<T>> history(Tx tx, String name) {
    return kept(store.history(tx, kind, name));
  }

  private Map<String, Kept<T>> byName(List<Row> rows) {
    Map<String, Kept<T>> byName = new HashMap<>();
    kept(rows).forEach(kept -> byName.put(kept.name(), kept));
    return byName;
  }

  private List<Kept<T>> kept(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.content() != null)
        .map(row -> new Kept<>(row.name(), row.version(), row.since(), content(row)))
        .toList();
  }

  private T content(Row row) {
    return json.readValue(Objects.requireNonNull(row.content()), type);
  }

  private JournalEntry told(Row row, Instant now) {
    Map<String, Object> payload = new TreeMap<>();
    payload.put("name", row.name());
    if (row.content() != null) {
      payload.put("content", json.readTree(row.content()));
    }
    return new JournalEntry(
        kind.stream(row.name()), row.version(), kind.event(row.content() == null), now,
        json.writeValueAsString(payload));
  }
}
