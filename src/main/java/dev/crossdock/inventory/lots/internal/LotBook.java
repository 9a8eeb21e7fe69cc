package dev.crossdock.inventory.lots.internal;

import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.UnavailableReason;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.inventory.skus.Tracking;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Works out which lots a change of levels moves. What names no lots takes those that expire first, blocked ones last.
 * Pure; the levels are locked, so the rows it was given stay true.
 */
public final class LotBook {

  /** A lot of units that nobody has told the lot of. */
  static final String UNTOLD = "";

  private final Map<StockKey, Asks> tracked;
  private final Map<String, Map<String, LotHead>> heads = new HashMap<>();
  private final Map<LotKey, LotRow> rows = new TreeMap<>();
  private final Map<LotKey, LotRow> changed = new TreeMap<>();
  private final List<LotHead> made = new ArrayList<>();
  private final List<LotMove> moves = new ArrayList<>();
  private final Instant now;
  private final LocalDate today;

  /** A book of levels that are tracked by lot; others it leaves alone. */
  public LotBook(Map<StockKey, Asks> tracked, Collection<LotHead> heads, Collection<LotRow> rows, Instant now) {
    this.tracked = tracked;
    heads.forEach(head -> remember(head));
    rows.forEach(row -> this.rows.put(row.key(), row));
    this.now = now;
    this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  /** A book for levels none of which is tracked. */
  public static LotBook none(Instant now) {
    return new LotBook(Map.of(), List.of(), List.of(), now);
  }

  /** What is asked for at a level; nothing unless it is tracked. */
  public Asks asks(StockKey level) {
    return tracked.getOrDefault(level, Asks.NOTHING);
  }

  boolean knows(LotKey key) {
    return rows.containsKey(key);
  }

  LotRow row(LotKey key) {
    boolean serial = asks(key.level()).tracking() == Tracking.SERIAL && !key.lot().equals(UNTOLD);
    return rows.getOrDefault(key, LotRow.none(key, serial)).serial(serial);
  }

  @Nullable LotHead head(String sku, String lot) {
    return heads.getOrDefault(sku, Map.of()).get(lot);
  }

  /** Units of a lot at a level, blocked ones included. */
  public int onHand(StockKey level, String lot) {
    return row(new LotKey(level, lot)).onHand();
  }

  /** Where else units of a lot lie, as far as the book was told of them. */
  Collection<LotRow> rowsOf(String sku, String lot) {
    return rows.values().stream()
        .filter(row -> row.key().level().sku().equals(sku) && row.key().lot().equals(lot))
        .toList();
  }

  /** Units came or went by a row of the ledger; the level's own sums are the caller's. */
  public void move(int ledgerRow, StockKey level, int delta, List<LotUnits> named) {
    if (!tracked.containsKey(level) || delta == 0) {
      return;
    }
    Map<LotKey, Integer> taken = delta > 0 ? coming(level, delta, named) : going(level, -delta, named);
    taken.forEach(
        (key, units) -> {
          put(row(key).onHand(row(key).onHand() + units));
          moves.add(new LotMove(ledgerRow, key, units, 0));
        });
  }

  /** Units were blocked, or freed, by a row of the ledger. */
  public void block(
      int ledgerRow, StockKey level, UnavailableReason reason, int delta, List<LotUnits> named) {
    if (!tracked.containsKey(level) || reason == UnavailableReason.IN_COUNT) {
      return;
    }
    for (LotUnits lot : named) {
      LotKey key = new LotKey(level, lot.lot());
      int units = Math.toIntExact(delta > 0 ? lot.units() : -lot.units());
      put(row(key).blocked(reason, units));
      moves.add(new LotMove(ledgerRow, key, 0, units));
    }
  }

  /** Units to be blocked because their lot must not be sold any more, or freed because it may; by lots touched here. */
  public Map<LotKey, Integer> toExpire() {
    Map<LotKey, Integer> due = new TreeMap<>();
    for (LotRow row : rows.values()) {
      int units = expiring(row) - row.expired();
      if (units != 0 && changed.containsKey(row.key())) {
        due.put(row.key(), units);
      }
    }
    return due;
  }

  /** Expired units of these lots that have to be freed first, so that so many can be blocked for another reason. */
  public Map<LotKey, Integer> toRelabel(StockKey level, List<LotUnits> named) {
    Map<LotKey, Integer> freed = new LinkedHashMap<>();
    for (LotUnits lot : named) {
      LotRow row = row(new LotKey(level, lot.lot()));
      long units = Math.min(row.expired(), lot.units() - row.free());
      if (units > 0) {
        freed.put(row.key(), Math.toIntExact(units));
      }
    }
    return freed;
  }

  /** Treats these lots as touched, so that {@link #toExpire} looks at them. */
  public void touch(Collection<LotKey> keys) {
    keys.stream().filter(rows::containsKey).forEach(key -> changed.put(key, row(key)));
  }

  /** Lots nobody had heard of before, or not of their expiry. */
  List<LotHead> made() {
    return made;
  }

  Collection<LotRow> changed() {
    return changed.values();
  }

  public List<LotMove> moves() {
    return moves;
  }

  private int expiring(LotRow row) {
    LotHead head = head(row.key().level().sku(), row.key().lot());
    boolean past = head != null && asks(row.key().level()).isPast(head.expiresOn(), today);
    return past ? Math.max(0, row.onHand() - row.damaged() - row.qualityControl()) : 0;
  }

  private Map<LotKey, Integer> coming(StockKey level, int units, List<LotUnits> named) {
    Map<LotKey, Integer> came = new LinkedHashMap<>();
    for (LotUnits lot : named.isEmpty() ? List.of(new LotUnits(UNTOLD, null, units)) : named) {
      LotKey key = new LotKey(level, lot.lot());
      came.merge(key, Math.toIntExact(lot.units()), Integer::sum);
      LotHead known = head(level.sku(), lot.lot());
      if (known == null || (known.expiresOn() == null && lot.expiresOn() != null)) {
        Instant firstAt = known == null ? now : known.firstAt();
        LotHead head = new LotHead(level.sku(), lot.lot(), lot.expiresOn(), row(key).serial(), firstAt);
        remember(head);
        made.add(head);
      }
    }
    return came;
  }

  private Map<LotKey, Integer> going(StockKey level, int units, List<LotUnits> named) {
    Map<LotKey, Integer> gone = new LinkedHashMap<>();
    int left = units;
    for (LotUnits lot : named) {
      LotKey key = new LotKey(level, lot.lot());
      left -= take(gone, key, (int) Math.min(left, lot.units()), row(key).onHand());
    }
    List<LotRow> order =
        rows.values().stream().filter(row -> row.key().level().equals(level)).sorted(firstExpired()).toList();
    for (LotRow row : order) {
      left -= isPast(row) ? 0 : take(gone, row.key(), left, row.free());
    }
    for (LotRow row : order) {
      left -= take(gone, row.key(), left, row.onHand());
    }
    if (left > 0) {
      throw new IllegalStateException("the lots of " + level + " hold " + left + " units less than the level");
    }
    return gone;
  }

  /** Takes as much as is wanted and there, beyond what was taken before; so many units it were. */
  private static int take(Map<LotKey, Integer> gone, LotKey key, int wanted, int there) {
    int units = Math.max(0, Math.min(wanted, there + gone.getOrDefault(key, 0)));
    if (units > 0) {
      gone.merge(key, -units, Integer::sum);
    }
    return units;
  }

  private Comparator<LotRow> firstExpired() {
    return Comparator.comparing((LotRow row) -> row.key().lot().equals(UNTOLD))
        .thenComparing(row -> expiresOn(row), Comparator.nullsLast(Comparator.naturalOrder()))
        .thenComparing(row -> firstAt(row))
        .thenComparing(row -> row.key().lot());
  }

  private boolean isPast(LotRow row) {
    return asks(row.key().level()).isPast(expiresOn(row), today);
  }

  private @Nullable LocalDate expiresOn(LotRow row) {
    LotHead head = head(row.key().level().sku(), row.key().lot());
    return head == null ? null : head.expiresOn();
  }

  private Instant firstAt(LotRow row) {
    LotHead head = head(row.key().level().sku(), row.key().lot());
    return head == null ? now : head.firstAt();
  }

  private void put(LotRow row) {
    rows.put(row.key(), row);
    changed.put(row.key(), row);
  }

  private void remember(LotHead head) {
    heads.computeIfAbsent(head.sku(), sku -> new HashMap<>()).put(head.lot(), head);
  }
}
