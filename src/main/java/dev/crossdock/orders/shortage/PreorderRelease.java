package dev.crossdock.orders.shortage;

import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.internal.PreorderHoldStore;
import dev.crossdock.orders.internal.PreorderHoldStore.Held;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Lets pre-orders go on when their day has come. */
public final class PreorderRelease {

  /** Lines of one transaction. */
  public static final int AT_ONCE = 200;

  private final Orders orders;
  private final Backorders backorders;
  private final PreorderHoldStore store = new PreorderHoldStore();

  public PreorderRelease(Orders orders, Backorders backorders) {
    this.orders = orders;
    this.backorders = backorders;
  }

  /** Releases some lines whose day has come, the oldest first; how many. What follows is routing's. */
  public int release(Tx tx) {
    Set<UUID> released = backorders.released(tx);
    if (released.isEmpty()) {
      return 0;
    }
    List<Held> held = store.heldBy(tx, released, AT_ONCE);
    OrderBatch batch = orders.batch(tx);
    batch.loadById(held.stream().map(Held::order).distinct().toList());
    for (Held one : held) {
      batch.execute(
          one.order(), new OrderCommand.ReleaseHold(one.hold(), "rule", false, "its release date has come"));
    }
    batch.store();
    return held.size();
  }
}
