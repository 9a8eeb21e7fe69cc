package dev.crossdock.orders.history;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.orders.internal.PastOrderStore;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.UUID;

/** Orders with units that are not released to a location yet; locks nothing. */
public final class OpenOrders {

  private final OrderStore orders = new OrderStore(new OrderCodec());
  private final PastOrderStore store = new PastOrderStore();

  /** In the order in which they came, as many as are wanted. */
  public List<UUID> ids(Tx tx, int limit) {
    return store.unreleased(tx, limit);
  }

  /** How many there are, up to a limit. */
  public int count(Tx tx, int limit) {
    return store.countUnreleased(tx, limit);
  }

  /** These orders as they are now. */
  public List<Order> read(Tx tx, List<UUID> ids) {
    return orders.load(tx, ids);
  }
}
