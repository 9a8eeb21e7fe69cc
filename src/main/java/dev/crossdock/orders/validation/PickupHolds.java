package dev.crossdock.orders.validation;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.internal.PickupHoldStore.Held;
import dev.crossdock.orders.internal.PickupHoldStore;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Orders that are held because nobody can tell where the buyer collects them. */
public final class PickupHolds {

  private static final int LOOKED_AT_MAX = 20_000;
  private static final int AT_ONCE = 200;

  private final PickupHoldStore store = new PickupHoldStore();
  private final Orders orders;

  public PickupHolds(Orders orders) {
    this.orders = orders;
  }

  /**
   * Sets orders free whose place is known by now, some at a time; how many go on.
   *
   * @param known whether the place is that a channel calls so; null where it tells none
   */
  public int settle(Tx tx, Predicate<@Nullable String> known) {
    List<OrderId> settled =
        store.held(tx, LOOKED_AT_MAX).stream()
            .filter(held -> known.test(held.told()))
            .map(Held::order)
            .limit(AT_ONCE)
            .toList();
    if (settled.isEmpty()) {
      return 0;
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(settled);
    batch.orders().forEach(order -> release(batch, order));
    return batch.store().size();
  }

  private static void release(OrderBatch batch, Order order) {
    order.openHolds().stream()
        .filter(hold -> hold.reason() == Hold.Reason.PICKUP_PLACE)
        .forEach(
            hold ->
                batch.execute(
                    order.id(),
                    new OrderCommand.ReleaseHold(hold.id(), "rule", false, "the place is known by now")));
  }
}
