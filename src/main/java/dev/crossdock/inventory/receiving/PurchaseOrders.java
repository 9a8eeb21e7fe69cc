package dev.crossdock.inventory.receiving;

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
import dev.crossdock.inventory.receiving.internal.Arrival;
import dev.crossdock.inventory.receiving.internal.PurchaseOrderEvents;
import dev.crossdock.inventory.receiving.internal.PurchaseOrderRules;
import dev.crossdock.inventory.receiving.internal.PurchaseOrderStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Purchase orders. Each change locks the order first and the levels after it, and stands with stock, incoming and
 * journal in one transaction.
 */
public final class PurchaseOrders {

  private final Journal journal;
  private final Ids ids;
  private final StockRise rise;
  private final PurchaseOrderRules rules;
  private final Arrival arrival;
  private final PurchaseOrderStore store = new PurchaseOrderStore();
  private final Incoming incoming = new Incoming();
  private final Receipts receipts = new Receipts();
  private final Numbers numbers = new Numbers();

  /**
   * Nothing is done before it is asked.
   *
   * @param rise told of SKUs with more to promise after a receipt
   */
  public PurchaseOrders(Stock stock, Locations locations, KnownSkus skus, StockRise rise, Journal journal, Ids ids) {
    this.journal = journal;
    this.ids = ids;
    this.rise = rise;
    this.rules = new PurchaseOrderRules(skus, locations);
    this.arrival = new Arrival(stock);
  }

  /** Places an order: its units are incoming from now on. A number that exists already is refused. */
  public Decided<PurchaseOrder> place(Tx tx, PurchaseOrderInput input) {
    List<ItemError> errors = rules.judge(tx, input);
    if (!errors.isEmpty()) {
      return new Refused<>(errors);
    }
    String number = numbers.of(tx, "PO", input.number(), taken -> store.isTaken(tx, taken));
    PurchaseOrder order = PurchaseOrderRules.order(ids.next(), number, input, tx.now());
    if (!store.insert(tx, order)) {
      return Refused.of("number", "duplicate", "There is a purchase order with this number already.");
    }
    incoming.replace(tx, order.id(), order.incoming());
    journal.append(tx, List.of(PurchaseOrderEvents.placed(order, tx.now())));
    return new Accepted<>(order);
  }

  /** Does the command, all of it or nothing. The same delivery note twice is received once. */
  public Decided<PurchaseOrder> execute(Tx tx, UUID id, PurchaseOrderCommand command) {
    Optional<PurchaseOrder> found = store.lock(tx, id);
    if (found.isEmpty()) {
      return Refused.missing();
    }
    if (command instanceof PurchaseOrderCommand.Receive receive) {
      Optional<Decided<PurchaseOrder>> answer =
          receipts.answer(tx, id, receive.reference(), receive.lines().toString(), found.get());
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    return switch (PurchaseOrderLifecycle.decide(found.get(), command, tx.now())) {
      case Accepted<PurchaseOrder>(PurchaseOrder after) -> write(tx, after, command);
      case Refused<PurchaseOrder> refused -> refused;
    };
  }

  /** The latest first. */
  public List<PurchaseOrder> list(Tx tx, DocumentQuery query) {
    return store.list(tx, query);
  }

  public Optional<PurchaseOrder> find(Tx tx, UUID id) {
    return store.find(tx, id);
  }

  private Decided<PurchaseOrder> write(Tx tx, PurchaseOrder after, PurchaseOrderCommand command) {
    if (command instanceof PurchaseOrderCommand.Receive receive) {
      List<ItemError> full = arrival.room(tx, after, receive);
      if (!full.isEmpty()) {
        return new Refused<>(full);
      }
      receipts.remember(tx, after.id(), receive.reference(), receive.lines().toString(), receive.happenedAt());
      rise.rose(tx, arrival.book(tx, after, receive));
    }
    store.update(tx, after);
    incoming.replace(tx, after.id(), after.incoming());
    journal.append(tx, List.of(PurchaseOrderEvents.of(after, command, tx.now())));
    return new Accepted<>(after);
  }
}
