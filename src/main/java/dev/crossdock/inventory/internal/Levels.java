package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.lots.internal.LotKey;
import dev.crossdock.inventory.lots.internal.LotStore;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.internal.SettingStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Opens the book of levels and writes it. What a SKU asks for stands in the level's row, so SKUs without lots cost no
 * statement more.
 */
final class Levels {

  private final LevelStore levels = new LevelStore();
  private final LocationStore locations = new LocationStore();
  private final SettingStore settings = new SettingStore();
  private final BlockStore blocks = new BlockStore();
  private final LotStore lots = new LotStore();
  private final LedgerStore ledger;

  Levels(Ids ids) {
    this.ledger = new LedgerStore(ids);
  }

  /** Levels that are asked for, and the lots that are named of them. */
  static final class Asked {

    private final Set<StockKey> keys = new HashSet<>();
    private final Map<String, List<LotUnits>> named = new HashMap<>();

    void add(StockKey key, Collection<LotUnits> of) {
      keys.add(key);
      named.computeIfAbsent(key.sku(), first -> new ArrayList<>()).addAll(of);
    }
  }

  /** Locks the levels; of those that are kept by lot, what is unavailable is read too. */
  StockBook open(Tx tx, Asked asked) {
    Map<StockKey, LevelRow> locked = levels.lock(tx, asked.keys);
    Map<StockKey, Asks> asks = asks(tx, asked.keys, locked);
    Map<StockKey, Asks> tracked = tracked(locked, asks);
    Map<BlockKey, Integer> blocked = tracked.isEmpty() ? Map.of() : blocks.blocked(tx, tracked.keySet());
    return new StockBook(locked, asks, blocked, lots.open(tx, tracked, named(asked, tracked), List.of()));
  }

  /** The same with what is unavailable at all of these levels. */
  StockBook openWithBlocks(Tx tx, Asked asked) {
    Map<StockKey, LevelRow> locked = levels.lock(tx, asked.keys);
    Map<StockKey, Asks> tracked = tracked(locked, Map.of());
    return new StockBook(
        locked,
        Map.of(),
        blocks.blocked(tx, asked.keys),
        lots.open(tx, tracked, named(asked, tracked), List.of()));
  }

  /** The levels of lots that must not be sold any more and are not blocked, or are blocked and may be sold. */
  StockBook openExpiring(Tx tx, int limit) {
    List<LotKey> due = lots.due(tx, limit);
    Asked asked = new Asked();
    due.forEach(key -> asked.add(key.level(), List.of(new LotUnits(key.lot(), null, 1))));
    if (due.isEmpty()) {
      return new StockBook(Map.of(), Map.of(), Map.of(), LotBook.none(tx.now()));
    }
    StockBook book = open(tx, asked);
    book.lots().touch(due);
    return book;
  }

  /** Blocks units of the book's lots that must not be sold any more, or frees those that may. */
  void expire(Tx tx, StockBook book, List<JournalEntry> entries) {
    book.lots().toExpire().forEach(
        (key, units) ->
            block(
                book,
                new Blocking(
                    key.level().sku(), key.level().location(), UnavailableReason.EXPIRED, units, null, tx.now(),
                    List.of(new LotUnits(key.lot(), null, Math.abs(units)))),
                entries));
  }

  /** Frees expired units that are to be blocked for another reason: they are not blocked twice. */
  void relabel(StockBook book, Blocking blocking, List<JournalEntry> entries) {
    book.lots().toRelabel(blocking.key(), blocking.lots()).forEach(
        (key, units) ->
            block(
                book,
                new Blocking(
                    blocking.sku(), blocking.location(), UnavailableReason.EXPIRED, -units, blocking.document(),
                    blocking.happenedAt(), List.of(new LotUnits(key.lot(), null, units))),
                entries));
  }

  void write(Tx tx, StockBook book) {
    List<UUID> rows = ledger.append(tx, book.ledger());
    lots.write(tx, book.lots(), rows);
    Costed.note(tx, book, rows);
    blocks.write(tx, book.blocked());
    levels.write(tx, book);
  }

  private static void block(StockBook book, Blocking blocking, List<JournalEntry> entries) {
    book.block(blocking);
    entries.add(StockEvents.blocked(book.level(blocking.key()), blocking));
  }

  /**
   * What is asked for at levels that nobody has written yet. Their locations are locked against a setting that is
   * changed meanwhile: whoever changes one locks all locations.
   */
  private Map<StockKey, Asks> asks(Tx tx, Set<StockKey> keys, Map<StockKey, LevelRow> locked) {
    Set<StockKey> missing = new HashSet<>(keys);
    missing.removeAll(locked.keySet());
    if (missing.isEmpty()) {
      return Map.of();
    }
    locations.share(tx, missing.stream().map(StockKey::location).collect(Collectors.toSet()));
    Map<String, Asks> bySku =
        settings.asks(tx, missing.stream().map(StockKey::sku).collect(Collectors.toSet()));
    Map<StockKey, Asks> asks = new HashMap<>();
    missing.forEach(key -> asks.put(key, bySku.getOrDefault(key.sku(), Asks.NOTHING)));
    return asks;
  }

  static Map<StockKey, Asks> tracked(Map<StockKey, LevelRow> locked, Map<StockKey, Asks> more) {
    Map<StockKey, Asks> tracked = new HashMap<>();
    more.forEach((key, asks) -> putIfTracked(tracked, key, asks));
    locked.forEach((key, level) -> putIfTracked(tracked, key, level.asks()));
    return tracked;
  }

  private static void putIfTracked(Map<StockKey, Asks> tracked, StockKey key, Asks asks) {
    if (asks.tracking().byLot()) {
      tracked.put(key, asks);
    }
  }

  private static Map<String, List<LotUnits>> named(Asked asked, Map<StockKey, Asks> tracked) {
    Set<String> skus = tracked.keySet().stream().map(StockKey::sku).collect(Collectors.toSet());
    Map<String, List<LotUnits>> named = new HashMap<>(asked.named);
    named.keySet().retainAll(skus);
    return named;
  }
}
