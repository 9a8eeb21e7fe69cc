package dev.crossdock.orders;

import dev.crossdock.inventory.ReleaseOutcome;
import dev.crossdock.inventory.ReserveOutcome;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockKey;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.orders.internal.AheadEffects;
import dev.crossdock.orders.internal.LookalikeStore;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.orders.internal.OrderWriter;
import dev.crossdock.orders.internal.PartStore;
import dev.crossdock.orders.internal.StockEffects;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where orders are commanded. Reading for people stands in {@code OrderSearch} and {@code OrderDetails}. */
public final class Orders {

  private final OrderStore store;
  private final OrderWriter writer;
  private final LookalikeStore lookalikes = new LookalikeStore();
  private final PartStore parts = new PartStore();
  private final OrderCodec codec;
  private final Journal journal;
  private final Stock stock;
  private final Backorders backorders;
  private final Ids ids;
  private final List<OrderListener> listeners;

  public Orders(
      OrderCodec codec,
      Journal journal,
      Stock stock,
      Backorders backorders,
      Ids ids,
      List<OrderListener> listeners) {
    this.store = new OrderStore(codec);
    this.writer = new OrderWriter(codec);
    this.codec = codec;
    this.journal = journal;
    this.stock = stock;
    this.backorders = backorders;
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

  /**
   * Orders with a line that waits for one of these channel SKUs.
   *
   * @param channelSkus with the SKU in place of the order's id
   */
  public List<OrderId> waitingForMapping(Tx tx, List<ChannelRef> channelSkus, int limit) {
    return store.waitingForMapping(tx, channelSkus, limit);
  }

  /** Channel SKUs that open orders wait for, in their order, those behind the one given; as in the method above. */
  public List<ChannelRef> unmapped(Tx tx, ChannelRef after, int limit) {
    return store.unmapped(tx, after, limit);
  }

  /**
   * Numbers of orders of the same buyer, of the same goods for the same sum as one of these, placed within a short time
   * of it and taken in before it.
   *
   * @param known the id of an order that was taken in already
   * @param samePerson other contact records of the buyer, by the order's own
   */
  public Map<ChannelRef, List<String>> lookalikes(
      Tx tx,
      Collection<ResolvedOrder> told,
      Function<ChannelRef, @Nullable OrderId> known,
      Map<UUID, Set<UUID>> samePerson) {
    return lookalikes.find(tx, told, known, samePerson);
  }

  /** What these orders are made of now, a kit's components by themselves; without a lock. */
  public Set<String> skusOf(Tx tx, Set<UUID> orders) {
    return orders.isEmpty() ? Set.of() : parts.skusOf(tx, orders);
  }

  /**
   * Units that some orders are for.
   *
   * @param channelSku the listing's name at its channel; null when the channel gave none
   * @param sku what lies on the shelf, the component of a kit
   * @param ordered units of the listing
   * @param units of the SKU
   */
  public record SoldUnits(
      String channel, String account, @Nullable String channelSku, String sku, int ordered, long units) {}

  /** Units of these orders by account, listing and what lies on shelves; cancelled lines too, tests not. */
  public List<SoldUnits> sold(Tx tx, Set<UUID> orders) {
    return orders.isEmpty() ? List.of() : parts.sold(tx, orders);
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
    journal(tx, changes);
    listeners.forEach(listener -> listener.changed(tx, changes));
    StockEffects effects = StockEffects.of(changes);
    // Last before the commit, so that a row everybody wants is locked as shortly as can be.
    List<Backorders.Used> ahead = AheadEffects.of(changes);
    tx.beforeCommit(() -> touchStock(tx, effects, ahead));
  }

  /** All rows are locked first, in the order of their keys, so that two batches can't wait for each other. */
  private void touchStock(Tx tx, StockEffects effects, List<Backorders.Used> ahead) {
    stock.lock(tx, effects.keys());
    if (!backorders.use(tx, ahead)) {
      throw new StaleOrders("what was sold ahead is not left any more", true);
    }
    if (!effects.release().isEmpty()) {
      Set<StockKey> rose = requireHeld(stock.release(tx, effects.release()));
      listeners.forEach(listener -> listener.stockRose(tx, skus(rose)));
    }
    if (!effects.reserve().isEmpty() && !(stock.reserve(tx, effects.reserve()) instanceof ReserveOutcome.Reserved)) {
      throw new StaleOrders("stock ran out between planning and promising", true);
    }
    if (!effects.ship().isEmpty()) {
      requireHeld(stock.ship(tx, effects.ship(), tx.now()));
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

  private void journal(Tx tx, List<OrderChange> changes) {
    for (OrderChange change : changes) {
      int version = change.after().version() - change.steps().size();
      for (OrderChange.Step step : change.steps()) {
        version++;
        Instant happened =
            step.event() instanceof OrderEvent.Placed placed ? placed.identity().placedAt() : tx.now();
        journal.append(
            tx,
            step.cause(),
            List.of(
                new JournalEntry(
                    change.after().id().stream(), version, codec.type(step.event()), happened,
                    codec.payload(step.event()))));
      }
    }
  }
}
