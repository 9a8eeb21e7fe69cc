package dev.crossdock.channels.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.platform.db.Merchant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Orders that batches of this node are at work on. What a channel tells twice, or corrects at once, comes at nearly the
 * same time, and two batches that write one order end badly for the later: it waits for the earlier and is then done
 * again as a whole, 256 messages for the sake of one. So a batch leaves alone what another one is at, and the message
 * comes with the next. This only saves work: who was first is decided by the database, between nodes as ever.
 */
final class Underway {

  private record Order(Merchant merchant, ChannelRef ref) {}

  private final Map<Order, Batch> orders = new ConcurrentHashMap<>();

  Batch batch(Merchant merchant) {
    return new Batch(merchant);
  }

  /** The orders of one batch, from its reading until its commit. */
  final class Batch implements AutoCloseable {

    private final Merchant merchant;
    private final Set<Order> mine = new HashSet<>();

    private Batch(Merchant merchant) {
      this.merchant = merchant;
    }

    /** Whether the order is this batch's now; false while another batch is at it. */
    boolean takes(ChannelRef ref) {
      Order order = new Order(merchant, ref);
      Batch at = orders.putIfAbsent(order, this);
      if (at == null) {
        mine.add(order);
      }
      return at == null || at == this;
    }

    @Override
    public void close() {
      mine.forEach(order -> orders.remove(order, this));
      mine.clear();
    }
  }
}
