package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Lacking.Lack;
import dev.crossdock.inventory.Lacking;
import dev.crossdock.inventory.Move;
import dev.crossdock.inventory.MoveOutcome;
import dev.crossdock.inventory.NotReserved;
import dev.crossdock.inventory.ReleaseOutcome;
import dev.crossdock.inventory.Reservation;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.lots.LotUnits;
import dev.crossdock.inventory.lots.internal.LotBook;
import dev.crossdock.inventory.lots.internal.LotStore;
import dev.crossdock.inventory.lots.internal.PickStore;
import dev.crossdock.inventory.lots.internal.TransitStore;
import dev.crossdock.inventory.skus.Asks;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;

/**
 * Makes promises, gives them back, moves and ships them. Everybody locks the levels first, in the order of their keys;
 * a level's lock guards its reservations too, so what is read after it stays true until the transaction ends.
 */
public final class Promises {

  private static final ReleaseOutcome NOTHING = new ReleaseOutcome.Released(List.of(), Set.of());

  private final LevelStore levels = new LevelStore();
  private final LotStore lots = new LotStore();
  private final PickStore picks = new PickStore();
  private final TransitStore transit = new TransitStore();
  private final DrawStore draws = new DrawStore();
  private final ReservationStore reservations;
  private final LedgerStore ledger;

  public Promises(Ids ids) {
    this.reservations = new ReservationStore(ids);
    this.ledger = new LedgerStore(ids);
  }

  /** Locks the levels, those of units to be given back last included, and gives these back. */
  public void lock(Tx tx, Set<StockKey> keys) {
    List<Reservation> last = tx.attachment(LastReleases.class, LastReleases::new).take();
    Set<StockKey> all = new HashSet<>(keys);
    last.forEach(reservation -> all.add(reservation.key()));
    levels.lock(tx, all);
    if (release(tx, last) instanceof NotReserved changed) {
      throw new CannotAcquireLockException(changed.unheld().size() + " reservations changed while being handed on");
    }
  }

  public void releaseLast(Tx tx, List<Reservation> given) {
    tx.attachment(LastReleases.class, LastReleases::new).add(given);
    // Two steps deep: after the steps that others have taken already, which lock their levels and so do it themselves.
    tx.beforeCommit(() -> tx.beforeCommit(() -> lock(tx, Set.of())));
  }

  public ReserveOutcome reserve(Tx tx, List<Reservation> wanted) {
    if (wanted.isEmpty()) {
      return new ReserveOutcome.Reserved();
    }
    Map<StockKey, Long> needed = new HashMap<>();
    wanted.forEach(reservation -> needed.merge(reservation.key(), (long) reservation.units(), Long::sum));
    Map<StockKey, LevelRow> locked = levels.locked(tx, needed.keySet());
    List<Lack> lacks = lacks(needed, locked);
    if (!lacks.isEmpty()) {
      return new Lacking(lacks);
    }
    reservations.reserve(tx, merged(wanted), needed.size());
    return new ReserveOutcome.Reserved();
  }

  public ReleaseOutcome release(Tx tx, List<Reservation> given) {
    if (given.isEmpty()) {
      return NOTHING;
    }
    Collection<Reservation> merged = merged(given);
    StockBook book = open(tx, merged);
    merged.forEach(reservation -> book.release(reservation, StockReason.RELEASED, tx.now()));
    ReleaseOutcome outcome = close(tx, book, merged);
    return outcome instanceof ReleaseOutcome.Released released
        ? new ReleaseOutcome.Released(released.given(), returned(tx, merged, book))
        : outcome;
  }

  public ReleaseOutcome ship(Tx tx, List<Reservation> shipped, StockReason reason, Instant happenedAt) {
    if (shipped.isEmpty()) {
      return NOTHING;
    }
    Collection<Reservation> merged = merged(shipped);
    Map<StockKey, LevelRow> locked = lockLevels(tx, merged);
    Map<StockKey, Asks> tracked = Levels.tracked(locked, Map.of());
    Map<Reservation, List<LotUnits>> picked = tracked.isEmpty() ? Map.of() : picks.take(tx, merged);
    LotBook lotBook = leaving(tx, merged, tracked, picked);
    StockBook book = new StockBook(locked, held(tx, merged), lotBook);
    merged.forEach(
        reservation ->
            book.ship(reservation, reason, happenedAt, picked.getOrDefault(reservation, List.of())));
    ReleaseOutcome outcome = close(tx, book, merged);
    if (outcome instanceof ReleaseOutcome.Released) {
      draws.take(tx, draws.drawn(tx, merged), row -> row.taken().units());
      if (reason == StockReason.TRANSFERRED_OUT) {
        transit.sent(tx, left(book));
      }
    }
    return outcome;
  }

  /** Which lots went with which document. */
  private static List<TransitStore.Lot> left(StockBook book) {
    return book.lots().moves().stream()
        .filter(move -> move.onHandDelta() < 0)
        .map(
            move ->
                new TransitStore.Lot(
                    String.valueOf(book.ledger().get(move.row()).document()), move.key().level().sku(),
                    move.key().lot(), -move.onHandDelta()))
        .toList();
  }

  private LotBook leaving(
      Tx tx,
      Collection<Reservation> shipped,
      Map<StockKey, Asks> tracked,
      Map<Reservation, List<LotUnits>> picked) {
    Map<StockKey, Long> going = new HashMap<>();
    Map<String, List<LotUnits>> named = new HashMap<>();
    for (Reservation reservation : shipped) {
      if (tracked.containsKey(reservation.key())) {
        going.merge(reservation.key(), (long) reservation.units(), Long::sum);
        named.computeIfAbsent(reservation.sku(), sku -> new ArrayList<>())
            .addAll(picked.getOrDefault(reservation, List.of()));
      }
    }
    return lots.open(
        tx,
        tracked,
        named,
        going.entrySet().stream().map(level -> new LotStore.Going(level.getKey(), level.getValue())).toList());
  }

  public MoveOutcome move(Tx tx, List<Move> moves) {
    Collection<Reservation> given = merged(moves.stream().map(Promises::given).toList());
    Collection<Reservation> wanted = merged(moves.stream().map(Promises::wanted).toList());
    Set<Reservation> both = new HashSet<>(given);
    both.addAll(wanted);
    StockBook book = open(tx, both);
    given.forEach(reservation -> book.release(reservation, StockReason.MOVED, tx.now()));
    if (book.refused()) {
      return new NotReserved(book.unheld());
    }
    wanted.forEach(reservation -> book.reserve(reservation, StockReason.MOVED, tx.now()));
    if (book.refused()) {
      return new Lacking(book.lacks());
    }
    write(tx, book);
    returned(tx, given, book);
    return new MoveOutcome.Moved(book.rose());
  }

  /**
   * What came out of a group's units goes back there, before anybody else can see it free; the levels with more for
   * everybody are told. Units that a count has found missing can't go back.
   */
  private Set<StockKey> returned(Tx tx, Collection<Reservation> released, StockBook book) {
    List<DrawStore.Row> drawn = draws.drawn(tx, released);
    if (drawn.isEmpty()) {
      return book.rose();
    }
    Map<StockKey, Integer> room = new HashMap<>();
    Map<DrawStore.Row, Integer> back = new LinkedHashMap<>();
    for (DrawStore.Row row : drawn) {
      StockKey key = row.taken().key();
      int units = Math.min(row.taken().units(), room.computeIfAbsent(key, k -> book.level(k).available()));
      room.merge(key, -units, Integer::sum);
      back.put(row, units);
    }
    draws.take(tx, drawn, row -> row.taken().units() - back.getOrDefault(row, 0));
    List<Reservation> wanted =
        back.entrySet().stream().filter(e -> e.getValue() > 0).map(e -> e.getKey().returning(e.getValue())).toList();
    if (reserve(tx, wanted) instanceof Lacking lacking) {
      throw new IllegalStateException("locked levels lack what was just given back: " + lacking);
    }
    return book.rose().stream()
        .filter(key -> room.getOrDefault(key, Integer.MAX_VALUE) > book.was(key).available())
        .collect(Collectors.toSet());
  }

  public List<Reservation> ofDocuments(Tx tx, Set<UUID> documents) {
    return reservations.ofDocuments(tx, documents);
  }

  public List<Reservation> ofLevel(Tx tx, StockKey key, int limit) {
    return reservations.ofLevel(tx, key, limit);
  }

  private static List<Lack> lacks(Map<StockKey, Long> needed, Map<StockKey, LevelRow> locked) {
    List<Lack> lacks = new ArrayList<>();
    for (StockKey key : new TreeSet<>(needed.keySet())) {
      long units = needed.getOrDefault(key, 0L);
      int available = locked.getOrDefault(key, LevelRow.none(key)).available();
      if (available < units) {
        lacks.add(new Lack(key, units, available));
      }
    }
    return lacks;
  }

  private StockBook open(Tx tx, Collection<Reservation> asked) {
    return new StockBook(lockLevels(tx, asked), held(tx, asked), LotBook.none(tx.now()));
  }

  private Map<StockKey, LevelRow> lockLevels(Tx tx, Collection<Reservation> asked) {
    return levels.lock(tx, asked.stream().map(Reservation::key).collect(Collectors.toSet()));
  }

  private Map<HeldKey, Integer> held(Tx tx, Collection<Reservation> asked) {
    return reservations.held(tx, asked.stream().map(HeldKey::of).collect(Collectors.toSet()));
  }

  private ReleaseOutcome close(Tx tx, StockBook book, Collection<Reservation> given) {
    if (book.refused()) {
      return new NotReserved(book.unheld());
    }
    write(tx, book);
    return new ReleaseOutcome.Released(List.copyOf(given), book.rose());
  }

  private void write(Tx tx, StockBook book) {
    reservations.write(tx, book.held());
    List<UUID> rows = ledger.append(tx, book.ledger());
    lots.write(tx, book.lots(), rows);
    Costed.note(tx, book, rows);
    levels.write(tx, book);
  }

  /** One entry a reservation row: what names the same row twice is added up. */
  private static Collection<Reservation> merged(List<Reservation> reservations) {
    Map<HeldKey, Reservation> merged = new LinkedHashMap<>();
    for (Reservation reservation : reservations) {
      merged.merge(HeldKey.of(reservation), reservation, Promises::sum);
    }
    return merged.values();
  }

  private static Reservation sum(Reservation a, Reservation b) {
    return new Reservation(a.document(), a.line(), a.sku(), a.location(), Math.addExact(a.units(), b.units()));
  }

  private static Reservation given(Move move) {
    return new Reservation(move.document(), move.line(), move.sku(), move.from(), move.units());
  }

  private static Reservation wanted(Move move) {
    return new Reservation(move.document(), move.line(), move.sku(), move.to(), move.units());
  }
}
