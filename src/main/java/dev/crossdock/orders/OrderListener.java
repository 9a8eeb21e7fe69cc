package dev.crossdock.orders;

import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;

/**
 * Owned by orders, implemented by capabilities above it that keep something in step with orders in the same
 * transaction: fulfilment orders with placements, the routing queue with units that wait.
 */
public interface OrderListener {

  /** Called once a transaction, after the orders are written and before stock is touched. */
  void changed(Tx tx, List<OrderChange> changes);

  /** Called when orders gave stock back, or stock came in: whoever waits for these SKUs may look again. */
  void stockRose(Tx tx, Set<String> skus);
}
