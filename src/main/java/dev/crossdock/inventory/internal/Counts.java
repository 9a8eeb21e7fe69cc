package dev.crossdock.inventory.internal;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.Blocking;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.StockChange;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.inventory.StockSet;
import dev.crossdock.inventory.UnavailableReason;
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

/** Takes in what was counted, what came and what went. Writes differences only, and journals each. */
public final class Counts {

  private final KnownSkus knownSkus;
  private final Journal journal;
  private final LocationStore locations = new LocationStore();
  private final Levels levels;

  public Counts(KnownSkus knownSkus, Journal journal, Ids ids) {
    this.knownSkus = knownSkus;
    this.journal = journal;
    this.levels = new Levels(ids);
  }

  public StockChange set(Tx tx, List<StockSet> sets) {
    StockRules rules = rules(tx, sets.stream().map(StockSet::key).toList());
    Map<Integer, StockSet> accepted = rules.acceptSets(sets);
    Levels.Asked asked = new Levels.Asked();
    accepted.values().forEach(set -> asked.add(set.key(), LotCount.named(set)));
    StockBook book = levels.open(tx, asked);
    List<JournalEntry> entries = new ArrayList<>();
    int unchanged = 0;
    for (Map.Entry<Integer, StockSet> item : accepted.entrySet()) {
      StockSet set = item.getValue();
      LotCount count = LotCount.of(book, set);
      if (!rules.bears(item.getKey(), book, set, count)) {
        continue;
      }
      if (book.isNew(set.key()) || count.delta() != 0) {
        int was = book.level(set.key()).onHand();
        book.count(set.key(), Math.toIntExact(was + count.delta()), count.lots(), tx.now());
        entries.add(StockEvents.counted(book.level(set.key()), was, tx.now()));
      } else {
        unchanged++;
      }
    }
    int changed = entries.size();
    write(tx, book, entries);
    return change(book, changed, unchanged, rules.errors());
  }

  public StockChange adjust(Tx tx, List<Adjustment> adjustments, Predicate<StockReason> reasons) {
    StockRules rules = rules(tx, adjustments.stream().map(Adjustment::key).toList());
    List<JournalEntry> entries = new ArrayList<>();
    StockBook book = adjusted(tx, rules, adjustments, reasons, entries);
    int changed = entries.size();
    write(tx, book, entries);
    return change(book, changed, 0, rules.errors());
  }

  /** What would be refused of these adjustments; nothing is written, and the levels stay locked. */
  public List<ItemError> judge(Tx tx, List<Adjustment> adjustments, Predicate<StockReason> reasons) {
    StockRules rules = rules(tx, adjustments.stream().map(Adjustment::key).toList());
    adjusted(tx, rules, adjustments, reasons, new ArrayList<>());
    return rules.errors();
  }

  public StockChange block(Tx tx, List<Blocking> blockings) {
    StockRules rules = rules(tx, blockings.stream().map(Blocking::key).toList());
    Map<Integer, Blocking> accepted = rules.acceptBlockings(blockings);
    Levels.Asked asked = new Levels.Asked();
    accepted.values().forEach(blocking -> asked.add(blocking.key(), blocking.lots()));
    StockBook book = levels.openWithBlocks(tx, asked);
    List<JournalEntry> entries = new ArrayList<>();
    int changed = 0;
    for (Map.Entry<Integer, Blocking> item : accepted.entrySet()) {
      Blocking blocking = item.getValue();
      if (blocking.units() > 0 && blocking.reason() != UnavailableReason.EXPIRED) {
        levels.relabel(book, blocking, entries);
      }
      if (rules.bears(item.getKey(), book, blocking)) {
        book.block(blocking);
        entries.add(StockEvents.blocked(book.level(blocking.key()), blocking));
        changed++;
      }
    }
    write(tx, book, entries);
    return change(book, changed, 0, rules.errors());
  }

  /** Blocks what must not be sold any more and frees what may, of at most so many lots. */
  public Expired expire(Tx tx, int limit) {
    List<JournalEntry> entries = new ArrayList<>();
    StockBook book = levels.openExpiring(tx, limit);
    write(tx, book, entries);
    return new Expired(entries.size(), change(book, entries.size(), 0, List.of()));
  }

  /** How many lots were blocked or freed, and what that did to the levels. */
  public record Expired(int lots, StockChange change) {}

  private StockBook adjusted(
      Tx tx,
      StockRules rules,
      List<Adjustment> adjustments,
      Predicate<StockReason> reasons,
      List<JournalEntry> entries) {
    Map<Integer, Adjustment> accepted = rules.acceptAdjustments(adjustments, reasons);
    Levels.Asked asked = new Levels.Asked();
    accepted.values().forEach(adjustment -> asked.add(adjustment.key(), adjustment.lots()));
    StockBook book = levels.open(tx, asked);
    accepted.forEach(
        (index, adjustment) -> {
          if (rules.bears(index, book, adjustment)) {
            book.adjust(adjustment);
            entries.add(StockEvents.adjusted(book.level(adjustment.key()), adjustment));
          }
        });
    return book;
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

  /** Writes it all; what its lots must not be sold any more is blocked before anybody can see it free. */
  private void write(Tx tx, StockBook book, List<JournalEntry> entries) {
    levels.expire(tx, book, entries);
    levels.write(tx, book);
    if (!entries.isEmpty()) {
      journal.append(tx, entries);
    }
  }

  private static StockChange change(StockBook book, int changed, int unchanged, List<ItemError> errors) {
    return new StockChange(changed, unchanged, book.rose(), book.shortfalls(), errors);
  }
}
