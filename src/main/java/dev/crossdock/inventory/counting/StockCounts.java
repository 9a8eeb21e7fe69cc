package dev.crossdock.inventory.counting;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.counting.internal.CountEvents;
import dev.crossdock.inventory.counting.internal.CountRules;
import dev.crossdock.inventory.counting.internal.CountStock;
import dev.crossdock.inventory.counting.internal.CountStore;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.Numbers;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Cycle counts. Work goes on while somebody counts: only the units of a counted bin are blocked, and what came or went
 * until the instant of counting is reckoned with. SKUs with lots or serial numbers are counted lot by lot. Each change
 * locks the count first and the levels after it.
 */
public final class StockCounts {

  private final Journal journal;
  private final Ids ids;
  private final StockRise rise;
  private final CountRules rules;
  private final CountStock effects;
  private final CountStore store = new CountStore();
  private final Numbers numbers = new Numbers();

  /**
   * Nothing is done before it is asked.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public StockCounts(Stock stock, Locations locations, KnownSkus skus, StockRise rise, Journal journal, Ids ids) {
    this.journal = journal;
    this.ids = ids;
    this.rise = rise;
    this.rules = new CountRules(skus, locations);
    this.effects = new CountStock(stock);
  }

  /** Begins a count: bins are frozen from now on. */
  public Decided<StockCount> begin(Tx tx, CountInput input) {
    List<ItemError> errors = rules.judge(tx, input);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    if (input.number() != null && store.isTaken(tx, input.number())) {
      return Refused.of("number", "duplicate", "There is a count with this number already.");
    }
    String number = numbers.of(tx, "CC", input.number(), taken -> store.isTaken(tx, taken));
    StockCount draft = CountRules.count(ids.next(), number, input, tx.now());
    return switch (effects.freeze(tx, draft)) {
      case Accepted<StockCount>(StockCount count) -> {
        store.insert(tx, count);
        journal.append(tx, List.of(CountEvents.begun(count, tx.now())));
        yield new Accepted<>(count);
      }
      case Refused<StockCount> refused -> refused;
    };
  }

  /** Does the command, all of it or nothing. */
  public Decided<StockCount> execute(Tx tx, UUID id, CountCommand command) {
    Optional<StockCount> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    StockCount before = found.get();
    Map<Integer, There> there = Map.of();
    if (command instanceof CountCommand.Submit submit && before.state() == StockCount.State.OPEN) {
      List<ItemError> wrong = effects.judge(tx, before, submit);
      if (!wrong.isEmpty()) {
        return new Refused<>(wrong);
      }
      there = effects.there(tx, before, submit);
    }
    return switch (CountLifecycle.decide(before, command, there, tx.now())) {
      case Accepted<StockCount>(StockCount after) -> write(tx, before, after, command);
      case Refused<StockCount> refused -> refused;
    };
  }

  /** The latest first. */
  public List<StockCount> list(Tx tx, DocumentQuery query) {
    return store.list(tx, query);
  }

  public Optional<StockCount> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  private Decided<StockCount> write(Tx tx, StockCount before, StockCount after, CountCommand command) {
    List<ItemError> impossible = effects.room(tx, before, after);
    if (!impossible.isEmpty()) {
      return new Refused<>(impossible);
    }
    rise.rose(tx, effects.book(tx, before, after));
    store.update(tx, before, after);
    journal.append(tx, List.of(CountEvents.of(after, command, tx.now())));
    return new Accepted<>(after);
  }
}
