package dev.crossdock.routing.internal;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Orders that this transaction has left for later: their units are promised, and they wait for their time. */
public final class PutOff {

  private final LaterStore store = new LaterStore();
  private final Set<OrderId> orders = new HashSet<>();
  private final List<LaterStore.Row> fresh = new ArrayList<>();

  private PutOff() {}

  public static PutOff of(Tx tx) {
    return tx.attachment(PutOff.class, PutOff::new);
  }

  /** Notes when the order is decided; null for now. */
  public void note(Order order, @Nullable Instant at) {
    orders.remove(order.id());
    if (at != null) {
      orders.add(order.id());
      fresh.add(new LaterStore.Row(order.id(), at, order.priority()));
    }
  }

  /** Makes no statement where nobody waits. */
  public void store(Tx tx) {
    store.putOff(tx, fresh);
    fresh.clear();
  }

  public boolean has(OrderId order) {
    return orders.contains(order);
  }
}
