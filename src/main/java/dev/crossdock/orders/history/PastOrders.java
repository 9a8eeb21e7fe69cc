package dev.crossdock.orders.history;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.internal.OrderStore;
import dev.crossdock.orders.internal.PastOrderStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads orders in the order in which they came, to look back at them; locks nothing. */
public final class PastOrders {

  /** The longest page. */
  public static final int PAGE_MAX = 500;

  private final OrderStore orders = new OrderStore(new OrderCodec());
  private final PastOrderStore store = new PastOrderStore();

  /**
   * Orders that were taken in from an instant on and before another, tests left out, as they are now.
   *
   * @param after the last order of the page before; null for the first page
   */
  public List<Order> page(Tx tx, Instant from, Instant to, @Nullable OrderId after, int limit) {
    return orders.load(tx, store.page(tx, from, to, after, Math.clamp(limit, 1, PAGE_MAX)));
  }

  /**
   * The latest orders, the newest first, tests left out, as they are now.
   *
   * @param before older ones than this; null for the newest of all
   */
  public List<Order> latest(Tx tx, @Nullable OrderId before, int limit) {
    return orders.load(tx, store.latest(tx, before, Math.clamp(limit, 1, PAGE_MAX)));
  }

  /** How many there are, up to a limit. */
  public int count(Tx tx, Instant from, Instant to, int limit) {
    return store.count(tx, from, to, limit);
  }
}
