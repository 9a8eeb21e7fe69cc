package dev.crossdock.inventory;

import dev.crossdock.inventory.internal.Counts;
import dev.crossdock.inventory.internal.LocationStore;
import dev.crossdock.inventory.internal.Promises;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;

/**
 * What lies where, and who it is promised to. Every call takes a set and makes at most one statement of each kind.
 * Promises are all or nothing; levels are locked in the order of their keys and stay locked until the transaction ends,
 * so call these as late in the transaction as possible. A transaction chosen as a deadlock's victim is repeated by the
 * door.
 */
public final class Stock {

  /** The longest page of a level's promises. */
  public static final int PAGE_MAX = 500;

  private final Promises promises;
  private final Counts counts;
  private final LocationStore levels = new LocationStore();

  public Stock(KnownSkus knownSkus, Journal journal, Ids ids) {
    this.promises = new Promises(ids);
    this.counts = new Counts(knownSkus, journal, ids);
  }

  /** The stock of these SKUs now, without a lock: good for planning, decided by {@link #reserve}. */
  public StockView available(Tx tx, Set<String> skus) {
    return new StockView(levels.stock(tx, storable(skus)));
  }

  /** The same with the levels locked: a plan made from it can be reserved for certain in this transaction. */
  public StockView lockAvailable(Tx tx, Set<String> skus) {
    return new StockView(levels.lockStock(tx, storable(skus)));
  }

  /**
   * Locks these levels in the order of their keys until the transaction ends. Whoever ships, releases and reserves in
   * one transaction calls this first with all their levels, or two such transactions may wait for each other until
   * the database ends one of them.
   */
  public void lock(Tx tx, Set<StockKey> keys) {
    promises.lock(tx, keys);
  }

  /**
   * Promises all of it or nothing. Units asked for under a document, line, SKU and location that holds some already
   * are added to those.
   */
  public ReserveOutcome reserve(Tx tx, List<Reservation> wanted) {
    return promises.reserve(tx, wanted);
  }

  /** Gives promised units back, all or nothing: what the lines do not hold is named and nothing is changed. */
  public ReleaseOutcome release(Tx tx, List<Reservation> given) {
    return promises.release(tx, given);
  }

  /** Gives back whatever these documents still hold; when they hold nothing, nothing happens. */
  public ReleaseOutcome.Released releaseAll(Tx tx, Set<UUID> documents) {
    return switch (promises.release(tx, promises.ofDocuments(tx, documents))) {
      case ReleaseOutcome.Released released -> released;
      case NotReserved changed ->
          throw new CannotAcquireLockException(changed.unheld().size() + " reservations changed while being released");
    };
  }

  /**
   * Gives these promised units back at the end of the transaction, when its other levels are locked too and before it
   * promises anything: units that pass from one document to another are free to nobody else in between.
   */
  public void releaseLast(Tx tx, List<Reservation> given) {
    promises.releaseLast(tx, given);
  }

  /** Promises units from other locations instead, all or nothing. */
  public MoveOutcome move(Tx tx, List<Move> moves) {
    return promises.move(tx, moves);
  }

  /**
   * Promised units left the building, all or nothing. It is taken as true even when a count said there were fewer;
   * the ledger then shows the units the count had missed.
   */
  public ReleaseOutcome ship(Tx tx, List<Reservation> shipped, Instant happenedAt) {
    return promises.ship(tx, shipped, StockReason.SHIPPED, happenedAt);
  }

  /** The same for units that left for another location of ours. */
  public ReleaseOutcome sendAway(Tx tx, List<Reservation> sent, Instant happenedAt) {
    return promises.ship(tx, sent, StockReason.TRANSFERRED_OUT, happenedAt);
  }

  /** What each line of these documents holds. */
  public List<Reservation> reservationsOf(Tx tx, Set<UUID> documents) {
    return promises.ofDocuments(tx, documents);
  }

  /** Who holds units of this level, the latest promise first: whom to serve elsewhere when a count falls short. */
  public List<Reservation> reservationsAt(Tx tx, StockKey key, int limit) {
    return promises.ofLevel(tx, key, Math.clamp(limit, 1, PAGE_MAX));
  }

  /** Sets what was counted, even when less lies there than is promised. Only differences are written. */
  public StockChange setOnHand(Tx tx, List<StockSet> sets) {
    return counts.set(tx, sets);
  }

  /** Adds what came and takes what went, for the reasons people may give. */
  public StockChange adjust(Tx tx, List<Adjustment> adjustments) {
    return counts.adjust(tx, adjustments, StockReason::ofAdjustment);
  }

  /** The same for inventory's own documents: receipts, transfers and counts. */
  public StockChange book(Tx tx, List<Adjustment> adjustments) {
    return counts.adjust(tx, adjustments, StockReason::ofDocument);
  }

  /**
   * What would be refused of what a document is about to book; nothing is written, and the levels stay locked until
   * the transaction ends.
   */
  public List<ItemError> judge(Tx tx, List<Adjustment> adjustments) {
    return counts.judge(tx, adjustments, StockReason::ofDocument);
  }

  /** Takes units out of what may be promised, or gives them back to it; each by itself, in the order given. */
  public StockChange block(Tx tx, List<Blocking> blockings) {
    return counts.block(tx, blockings);
  }

  /** PostgreSQL's text cannot hold the character zero, so no SKU has it. */
  private static Set<String> storable(Set<String> skus) {
    Set<String> storable = new HashSet<>(skus);
    storable.removeIf(sku -> sku.indexOf('\0') >= 0);
    return storable;
  }
}
