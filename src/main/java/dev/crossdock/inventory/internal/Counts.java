package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Takes in what was counted, what came and what went. Writes differences only, and journals each. */
public final class Counts {

  private final KnownSkus knownSkus;
  private final Journal journal;
  private final LevelStore levels = new LevelStore();
  private final LocationStore locations = new LocationStore();
  private final BlockStore blocks = new BlockStore();
  private final LedgerStore ledger;

  public Counts(KnownSkus knownSkus, Journal journal, Ids ids) {
    this.knownSkus = knownSkus;
    this.journal = journal;
    this.ledger = new LedgerStore(ids);
  }

  public StockChange set(Tx tx, List<StockSet> sets) {
    StockRules rules = rules(tx, sets.stream().map(StockSet::key).toList());
    Map<Integer, StockSet> accepted = rules.acceptSets(sets);
    StockBook book = open(tx, accepted.values().stream().map(StockSet::key).collect(Collectors.toSet()));
    List<JournalEntry> entries = new ArrayList<>();
    for (StockSet set : accepted.values()) {
      if (book.isNew(set.key()) || book.level(set.key()).onHand() != set.onHand()) {
        int was = book.level(set.key()).onHand();
        book.count(set.key(), Math.toIntExact(set.onHand()), tx.now());
        entries.add(StockEvents.counted(book.level(set.key()), was, tx.now()));
      }
    }
    write(tx, book, entries);
    return change(book, entries.size(), accepted.size() - entries.size(), rules.errors());
  }

  public StockChange adjust(Tx tx, List<Adjustment> adjustments, Predicate<StockReason> reasons) {
    StockRules rules = rules(tx, adjustments.stream().map(Adjustment::key).toList());
    Map<Integer, Adjustment> accepted = rules.acceptAdjustments(adjustments, reasons);
    StockBook book = open(tx, accepted.values().stream().map(Adjustment::key).collect(Collectors.toSet()));
    List<JournalEntry> entries = new ArrayList<>();
    accepted.forEach(
        (index, adjustment) -> {
          if (rules.bears(index, book.level(adjustment.key()), adjustment)) {
            book.adjust(adjustment);
            entries.add(StockEvents.adjusted(book.level(adjustment.key()), adjustment));
          }
        });
    write(tx, book, entries);
    return change(book, entries.size(), 0, rules.errors());
  }

  public StockChange block(Tx tx, List<Blocking> blockings) {
    StockRules rules = rules(tx, blockings.stream().map(Blocking::key).toList());
    Map<Integer, Blocking> accepted = rules.acceptBlockings(blockings);
    Set<StockKey> keys = accepted.values().stream().map(Blocking::key).collect(Collectors.toSet());
    Map<StockKey, LevelRow> locked = levels.lock(tx, keys);
    StockBook book = new StockBook(locked, Map.of(), blocks.blocked(tx, keys));
    List<JournalEntry> entries = new ArrayList<>();
    accepted.forEach(
        (index, blocking) -> {
          if (rules.bears(index, book, blocking)) {
            book.block(blocking);
            entries.add(StockEvents.blocked(book.level(blocking.key()), blocking));
          }
        });
    write(tx, book, entries);
    return change(book, entries.size(), 0, rules.errors());
  }

  private StockRules rules(Tx tx, List<StockKey> keys) {
    Set<String> skus = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (StockKey key : keys) {
      skus.add(key.sku());
      if (LocationRules.isCode(key.location())) {
        codes.add(key.location());
      }
    }
    return new StockRules(knownSkus.known(tx, skus), locations.known(tx, codes), tx.now());
  }

  private StockBook open(Tx tx, Set<StockKey> keys) {
    return new StockBook(levels.lock(tx, keys), Map.of());
  }

  private void write(Tx tx, StockBook book, List<JournalEntry> entries) {
    ledger.append(tx, book.ledger());
    blocks.write(tx, book.blocked());
    levels.write(tx, book);
    if (!entries.isEmpty()) {
      journal.append(tx, entries);
    }
  }

  private static StockChange change(StockBook book, int changed, int unchanged, List<ItemError> errors) {
    return new StockChange(changed, unchanged, book.rose(), book.shortfalls(), errors);
  }
}
