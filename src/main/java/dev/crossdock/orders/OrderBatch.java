package dev.crossdock.orders;

import dev.crossdock.orders.OrderDecision.Accepted;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Tx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Many orders in one transaction: loaded and locked together, decided one by one by pure code, and stored together
 * by a handful of statements whatever their number. Not thread-safe; lives as long as its transaction.
 */
public final class OrderBatch {

  private final Orders orders;
  private final Tx tx;
  private final Map<OrderId, Entry> entries = new LinkedHashMap<>();
  private final Map<ChannelRef, OrderId> byChannel = new LinkedHashMap<>();

  OrderBatch(Orders orders, Tx tx) {
    this.orders = orders;
    this.tx = tx;
  }

  private static final class Entry {
    private final @Nullable Order before;
    private final List<OrderChange.Step> steps = new ArrayList<>();
    private @Nullable Order now;

    Entry(@Nullable Order before) {
      this.before = before;
      this.now = before;
    }
  }

  /** Loads and locks those of the orders that exist. */
  public void loadByChannel(Set<ChannelRef> refs) {
    take(orders.store().lockByChannel(tx, refs));
  }

  /** Loads and locks those of the orders that exist. */
  public void loadById(Collection<OrderId> ids) {
    take(orders.store().lockById(tx, ids.stream().filter(id -> !entries.containsKey(id)).toList()));
  }

  /** The order as it stands in this transaction. */
  public Optional<Order> order(OrderId id) {
    return Optional.ofNullable(entries.get(id)).map(entry -> entry.now);
  }

  public Optional<Order> order(ChannelRef ref) {
    return Optional.ofNullable(byChannel.get(ref)).flatMap(this::order);
  }

  /** The id of the order with this key at its channel, a new one when it was never seen. */
  public OrderId idOf(ChannelRef ref) {
    OrderId known = byChannel.get(ref);
    if (known != null) {
      return known;
    }
    OrderId fresh = new OrderId(orders.ids().next());
    byChannel.put(ref, fresh);
    entries.put(fresh, new Entry(null));
    return fresh;
  }

  /** Decides a command for the transaction's own cause and lets it take effect inside this batch. */
  public OrderDecision execute(OrderId id, OrderCommand command) {
    return execute(id, command, tx.cause());
  }

  /** Decides a command and lets it take effect inside this batch; the journal tells the cause given. */
  public OrderDecision execute(OrderId id, OrderCommand command, Cause cause) {
    Entry entry = entries.get(id);
    OrderDecision decision =
        OrderLifecycle.decide(id, entry == null ? null : entry.now, command, tx.now());
    if (entry != null && decision instanceof Accepted accepted) {
      entry.now = accepted.after();
      accepted.events().forEach(event -> entry.steps.add(new OrderChange.Step(event, cause)));
    }
    return decision;
  }

  /** Everything in the batch, new orders included. */
  public List<Order> orders() {
    return entries.values().stream().map(entry -> entry.now).filter(java.util.Objects::nonNull).toList();
  }

  /**
   * Writes what changed: state tables, journal, what listeners keep in step, and last the stock.
   *
   * @throws StaleOrders when another transaction was faster
   */
  public List<OrderChange> store() {
    List<OrderChange> changes = new ArrayList<>();
    for (Entry entry : entries.values()) {
      Order now = entry.now;
      if (now != null && !entry.steps.isEmpty()) {
        changes.add(new OrderChange(entry.before, now, List.copyOf(entry.steps)));
      }
    }
    if (!changes.isEmpty()) {
      orders.write(tx, changes);
    }
    return changes;
  }

  private void take(List<Order> loaded) {
    for (Order order : loaded) {
      entries.put(order.id(), new Entry(order));
      byChannel.put(order.channel(), order.id());
    }
  }
}
