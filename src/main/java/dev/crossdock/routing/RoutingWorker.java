package dev.crossdock.routing;

import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.internal.LaterStore;
import java.util.List;

/** Works off the routing queue: orders whose hold closed, whose SKU was mapped, whose stock arrived. */
public final class RoutingWorker {

  private static final int BATCH_MAX = 50;

  /** Orders that wait for the same time take from each other, by priority, as far as one transaction goes. */
  private static final int TOGETHER_MAX = 500;

  private static final int ATTEMPTS_MAX = 4;

  private final Door door;
  private final Orders orders;
  private final Routing routing;
  private final Ids ids;

  public RoutingWorker(Door door, Orders orders, Routing routing, Ids ids) {
    this.door = door;
    this.orders = orders;
    this.routing = routing;
    this.ids = ids;
  }

  /** One batch; how many orders were looked at. */
  public int workOnce(Merchant merchant) {
    Cause cause = Cause.of(Actor.system("routing"), "job:route", ids.next());
    for (int attempt = 1; ; attempt++) {
      boolean lock = attempt > 1;
      try {
        return door.write(merchant, cause, tx -> batch(tx, lock));
      } catch (StaleOrders e) {
        if (attempt == ATTEMPTS_MAX) {
          throw e;
        }
      }
    }
  }

  private int batch(Tx tx, boolean lockStock) {
    routing.lookAgain(tx);
    List<LaterStore.Due> queued = routing.claim(tx, BATCH_MAX, TOGETHER_MAX);
    if (queued.isEmpty()) {
      return 0;
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(queued.stream().map(due -> new OrderId(due.order())).toList());
    routing.routeClaimed(tx, batch, queued, lockStock);
    batch.store();
    routing.dequeue(tx, queued);
    return queued.size();
  }
}
