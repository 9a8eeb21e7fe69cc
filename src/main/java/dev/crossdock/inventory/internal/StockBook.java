package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.NotReserved.Unheld;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.skus.Asks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Works out what a request does to the levels and reservations it was given, which must be locked already. Pure: it
 * reads nothing and writes nothing. When {@link #refused} the result must not be written.
 */
final class StockBook {

  private final Map<StockKey, LevelRow> before;
  private final Map<StockKey, LevelRow> levels = new TreeMap<>();
  private final Map<HeldKey, Integer> heldBefore;
  private final Map<HeldKey, Integer> held = new LinkedHashMap<>();
  private final Map<BlockKey, Integer> blockedBefore;
  private final Map<BlockKey, Integer> blocked = new LinkedHashMap<>();
  private final List<LedgerLine> ledger = new ArrayList<>();
  private final List<Unheld> unheld = new ArrayList<>();
  private final Map<StockKey, Lack> lacks = new TreeMap<>();
  private final Map<StockKey, Asks> asks;
  private final LotBook lots;

  /** For promises: nothing comes, and what is unavailable stays. */
  StockBook(Map<StockKey, LevelRow> levels, Map<HeldKey, Integer> held, LotBook lots) {
    this(levels, Map.of(), held, Map.of(), lots);
  }

  /** For counts and adjustments; {@code asks} are those of levels that nobody has written yet. */
  StockBook(
      Map<StockKey, LevelRow> levels, Map<StockKey, Asks> asks, Map<BlockKey, Integer> blocked, LotBook lots) {
    this(levels, asks, Map.of(), blocked, lots);
  }

  private StockBook(
      Map<StockKey, LevelRow> levels,
      Map<StockKey, Asks> asks,
      Map<HeldKey, Integer> held,
      Map<BlockKey, Integer> blocked,
      LotBook lots) {
    this.before = levels;
    this.asks = asks;
    this.heldBefore = held;
    this.blockedBefore = blocked;
    this.lots = lots;
  }

  /** Gives promised units back. */
  void release(Reservation asked, StockReason reason, Instant happenedAt) {
    if (take(asked)) {
      LevelRow level = level(asked.key());
      levels.put(asked.key(), level.reserved(level.reserved() - asked.units()));
      tell(line(asked, 0, -asked.units(), reason, happenedAt));
    }
  }

  /** Promises units of a level that is locked. */
  void reserve(Reservation asked, StockReason reason, Instant happenedAt) {
    LevelRow level = level(asked.key());
    if (level.available() < asked.units()) {
      Lack lack = new Lack(asked.key(), asked.units(), level.available());
      lacks.merge(asked.key(), lack, (a, b) -> new Lack(a.key(), a.wanted() + b.wanted(), a.available()));
      return;
    }
    held.put(HeldKey.of(asked), has(asked) + asked.units());
    levels.put(asked.key(), level.reserved(level.reserved() + asked.units()));
    tell(line(asked, 0, asked.units(), reason, happenedAt));
  }

  /**
   * Promised units leave, of the lots that were picked or else of those that expire first. When more leaves than the
   * last count knew of, the count was wrong; the ledger says so.
   */
  void ship(Reservation asked, StockReason reason, Instant happenedAt, List<LotUnits> picked) {
    if (take(asked)) {
      LevelRow level = level(asked.key());
      int found = Math.max(0, asked.units() - level.onHand());
      int onHand = level.onHand() + found - asked.units();
      levels.put(asked.key(), level.onHand(onHand).reserved(level.reserved() - asked.units()));
      if (found > 0) {
        tell(line(asked, found, 0, StockReason.FOUND_BY_SHIPPING, happenedAt));
      }
      tell(line(asked, -asked.units(), -asked.units(), reason, happenedAt).lots(picked));
    }
  }

  /** Sets what was counted, of the level or of one lot: then the lot's name says which. */
  void count(StockKey key, int onHand, List<LotUnits> counted, Instant happenedAt) {
    LevelRow level = level(key);
    levels.put(key, level.onHand(onHand).nextVersion());
    if (onHand != level.onHand()) {
      tell(new LedgerLine(key, onHand - level.onHand(), 0, StockReason.COUNTED, null, happenedAt).lots(counted));
    }
  }

  /** Adds what came or takes what went; the caller has checked that the level can bear it. */
  void adjust(Adjustment adjustment) {
    LevelRow level = level(adjustment.key());
    int delta = Math.toIntExact(adjustment.delta());
    levels.put(adjustment.key(), level.onHand(level.onHand() + delta).nextVersion());
    LedgerLine line =
        new LedgerLine(
            adjustment.key(), delta, 0, adjustment.reason(), adjustment.document(), adjustment.happenedAt());
    tell(line.lots(adjustment.lots()).cost(adjustment.cost()));
  }

  /** Blocks units or frees them; the caller has checked that so many lie there or are blocked. */
  void block(Blocking blocking) {
    LevelRow level = level(blocking.key());
    LedgerLine line = LedgerLine.of(blocking);
    blocked.put(BlockKey.of(blocking), blocked(BlockKey.of(blocking)) + line.unavailableDelta());
    levels.put(blocking.key(), level.unavailable(level.unavailable() + line.unavailableDelta()).nextVersion());
    tell(line);
  }

  /** Units blocked now for this reason. */
  int blocked(BlockKey key) {
    return blocked.getOrDefault(key, blockedBefore.getOrDefault(key, 0));
  }

  LevelRow level(StockKey key) {
    LevelRow level = levels.get(key);
    return level != null ? level : was(key);
  }

  LevelRow was(StockKey key) {
    return before.getOrDefault(key, LevelRow.none(key, asks.getOrDefault(key, Asks.NOTHING)));
  }

  LotBook lots() {
    return lots;
  }

  /** Whether nobody had written this level before, and the book neither. */
  boolean isNew(StockKey key) {
    return !before.containsKey(key) && !levels.containsKey(key);
  }

  boolean refused() {
    return !unheld.isEmpty() || !lacks.isEmpty();
  }

  List<Unheld> unheld() {
    return unheld;
  }

  List<Lack> lacks() {
    return List.copyOf(lacks.values());
  }

  List<LedgerLine> ledger() {
    return ledger;
  }

  /** Levels that were touched and stood in the table before. */
  List<LevelRow> updated() {
    return levels.values().stream().filter(level -> before.containsKey(level.key())).toList();
  }

  /** Levels nobody had written before. */
  List<LevelRow> inserted() {
    return levels.values().stream().filter(level -> !before.containsKey(level.key())).toList();
  }

  /** What each touched reservation row holds now; zero for a row to be removed. */
  Map<HeldKey, Integer> held() {
    return held;
  }

  /** What each touched row of what is unavailable holds now; zero for a row to be removed. */
  Map<BlockKey, Integer> blocked() {
    return blocked;
  }

  Set<StockKey> rose() {
    return keysWhere(level -> level.available() > was(level.key()).available());
  }

  Set<StockKey> shortfalls() {
    return keysWhere(level -> level.shortfall() > 0);
  }

  private Set<StockKey> keysWhere(Predicate<LevelRow> condition) {
    Set<StockKey> keys = new TreeSet<>();
    levels.values().stream().filter(condition).map(LevelRow::key).forEach(keys::add);
    return keys;
  }

  private void tell(LedgerLine line) {
    lots.move(ledger.size(), line.key(), line.onHandDelta(), line.lots());
    if (line.unavailable() != null) {
      lots.block(ledger.size(), line.key(), line.unavailable(), line.unavailableDelta(), line.lots());
    }
    ledger.add(line);
  }

  private boolean take(Reservation asked) {
    int has = has(asked);
    if (has < asked.units()) {
      unheld.add(new Unheld(asked, has));
      return false;
    }
    held.put(HeldKey.of(asked), has - asked.units());
    return true;
  }

  private int has(Reservation asked) {
    HeldKey key = HeldKey.of(asked);
    return held.getOrDefault(key, heldBefore.getOrDefault(key, 0));
  }

  private static LedgerLine line(
      Reservation asked, int onHandDelta, int reservedDelta, StockReason reason, Instant happenedAt) {
    return new LedgerLine(
        asked.key(), onHandDelta, reservedDelta, reason, asked.document().toString(), happenedAt);
  }
}
