package dev.crossdock.inventory.transfers;

import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.KnownSkus;
import dev.crossdock.inventory.Locations;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.inventory.documents.Decided.Accepted;
import dev.crossdock.inventory.documents.Decided.Refused;
import dev.crossdock.inventory.documents.DocumentQuery;
import dev.crossdock.inventory.documents.Incoming;
import dev.crossdock.inventory.documents.Numbers;
import dev.crossdock.inventory.documents.Receipts;
import dev.crossdock.inventory.documents.StockRise;
import dev.crossdock.inventory.transfers.internal.TransferEvents;
import dev.crossdock.inventory.transfers.internal.TransferRules;
import dev.crossdock.inventory.transfers.internal.TransferStock;
import dev.crossdock.inventory.transfers.internal.TransferStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Transfers. What is requested is promised to the transfer like to an order, so nothing else can take it; what left is
 * incoming where it goes. Each change locks the transfer first and the levels after it.
 */
public final class Transfers {

  private final Journal journal;
  private final Ids ids;
  private final StockRise rise;
  private final TransferRules rules;
  private final TransferStock effects;
  private final TransferStore store = new TransferStore();
  private final Incoming incoming = new Incoming();
  private final Receipts receipts = new Receipts();
  private final Numbers numbers = new Numbers();

  /**
   * Nothing is done before it is asked.
   *
   * @param rise told of SKUs with more to promise than before
   */
  public Transfers(Stock stock, Locations locations, KnownSkus skus, StockRise rise, Journal journal, Ids ids) {
    this.journal = journal;
    this.ids = ids;
    this.rise = rise;
    this.rules = new TransferRules(skus, locations);
    this.effects = new TransferStock(stock, ids);
  }

  /** Requests a transfer and promises its units to it, all of them or none. */
  public Decided<Transfer> request(Tx tx, TransferInput input) {
    List<ItemError> errors = rules.judge(tx, input);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    if (input.number() != null && store.isTaken(tx, input.number())) {
      return Refused.of("number", "duplicate", "There is a transfer with this number already.");
    }
    UUID id = ids.next();
    Transfer draft = TransferRules.transfer(id, "", input, tx.now());
    List<ItemError> lacks = effects.reserve(tx, draft);
    if (!lacks.isEmpty()) {
      return new Refused<>(lacks);
    }
    String number = numbers.of(tx, "TR", input.number(), taken -> store.isTaken(tx, taken));
    Transfer transfer = TransferRules.transfer(id, number, input, tx.now());
    store.insert(tx, transfer);
    journal.append(tx, List.of(TransferEvents.requested(transfer, tx.now())));
    return new Accepted<>(transfer);
  }

  /** Does the command, all of it or nothing. The same delivery note twice is received once. */
  public Decided<Transfer> execute(Tx tx, UUID id, TransferCommand command) {
    Optional<Transfer> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    if (command instanceof TransferCommand.Receive receive) {
      Optional<Decided<Transfer>> answer =
          receipts.answer(tx, id, receive.reference(), receive.lines().toString(), found.get());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return switch (TransferLifecycle.decide(found.get(), command, tx.now())) {
      case Accepted<Transfer>(Transfer after) -> write(tx, after, command);
      case Refused<Transfer> refused -> refused;
    };
  }

  /** The latest first. */
  public List<Transfer> list(Tx tx, DocumentQuery query) {
    return store.list(tx, query);
  }

  public Optional<Transfer> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  private Decided<Transfer> write(Tx tx, Transfer after, TransferCommand command) {
    switch (command) {
      case TransferCommand.Ship ship -> {
        List<ItemError> wrong = effects.pick(tx, after, ship);
        if (!wrong.isEmpty()) {
          return new Refused<>(wrong);
        }
        rise.rose(tx, effects.ship(tx, after, ship.happenedAt()));
      }
      case TransferCommand.Receive receive -> {
        List<ItemError> full = effects.room(tx, after, receive);
        if (!full.isEmpty()) {
          return new Refused<>(full);
        }
        receipts.remember(tx, after.id(), receive.reference(), receive.lines().toString(), receive.happenedAt());
        rise.rose(tx, effects.receive(tx, after, receive));
      }
      case TransferCommand.Complete() -> effects.lose(tx, after);
      case TransferCommand.Cancel() -> rise.rose(tx, effects.release(tx, after));
    }
    store.update(tx, after);
    incoming.replace(tx, after.id(), after.incoming());
    journal.append(tx, List.of(TransferEvents.of(after, command, tx.now())));
    return new Accepted<>(after);
  }
}
