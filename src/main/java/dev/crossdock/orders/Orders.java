package dev.crossdock.orders;

import dev.crossdock.inventory.ReleaseOutcome;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.orders.internal.OrderWriter;
import dev.crossdock.orders.internal.StockEffects;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.platform.journal.JournalHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where orders are commanded. Reading for people stands in {@code OrderSearch} and {@code OrderDetails}. */
public final class Orders {

  private final OrderStore store;
  private final OrderWriter writer;
  private final OrderCodec codec;
  private final Journal journal;
  private final Stock stock;
  private final Ids ids;
  private final List<OrderListener> listeners;

  public Orders(
      OrderCodec codec, Journal journal, JournalHistory history, Stock stock, Ids ids, List<OrderListener> listeners) {
    this.store = new OrderStore(codec, history);
    this.writer = new OrderWriter(codec);
    this.codec = codec;
    this.journal = journal;
    this.stock = stock;
    this.ids = ids;
    this.listeners = List.copyOf(listeners);
  }

  /** A batch of orders within the transaction. */
  public OrderBatch batch(Tx tx) {
    return new OrderBatch(this, tx);
  }

  /** One command on one order, stored at once. */
  public OrderDecision execute(Tx tx, OrderId id, OrderCommand command) {
    OrderBatch batch = batch(tx);
    batch.loadById(List.of(id));
    OrderDecision decision = batch.execute(id, command);
    batch.store();
    return decision;
  }

  OrderStore store() {
    return store;
  }

  Ids ids() {
    return ids;
  }

  void write(Tx tx, List<OrderChange> changes) {
    if (!writer.write(tx, changes)) {
      throw new StaleOrders("another transaction wrote one of these orders meanwhile", false);
    }
    journal.append(tx, entries(tx.now(), changes));
    listeners.forEach(listener -> listener.changed(tx, changes));
    StockEffects effects = StockEffects.of(changes);
    // Last before the commit, so that a row everybody wants is locked as shortly as can be.
    tx.beforeCommit(() -> touchStock(tx, effects));
  }

  private void touchStock(Tx tx, StockEffects effects) {
    if (!effects.ship().isEmpty()) {
      requireHeld(stock.ship(tx, effects.ship()));
    }
    if (!effects.release().isEmpty()) {
      Set<StockKey> rose = requireHeld(stock.release(tx, effects.release()));
      listeners.forEach(listener -> listener.stockRose(tx, skus(rose)));
    }
    if (!effects.reserve().isEmpty() && !(stock.reserve(tx, effects.reserve()) instanceof ReserveOutcome.Reserved)) {
      throw new StaleOrders("stock ran out between planning and promising", true);
    }
  }

  private static Set<StockKey> requireHeld(ReleaseOutcome outcome) {
    if (outcome instanceof ReleaseOutcome.Released released) {
      return released.rose();
    }
    throw new IllegalStateException("an order's placements and its reservations disagree: " + outcome);
  }

  private static Set<String> skus(Set<StockKey> keys) {
    return keys.stream().map(StockKey::sku).collect(Collectors.toSet());
  }

  private List<JournalEntry> entries(Instant now, List<OrderChange> changes) {
    List<JournalEntry> entries = new ArrayList<>();
    for (OrderChange change : changes) {
      int version = change.after().version() - change.events().size();
      for (OrderEvent event : change.events()) {
        version++;
        Instant happened =
            event instanceof OrderEvent.Placed placed ? placed.identity().placedAt() : now;
        entries.add(
            new JournalEntry(
                change.after().id().stream(), version, codec.type(event), happened, codec.payload(event)));
      }
    }
    return entries;
  }
}
