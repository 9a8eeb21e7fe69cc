package dev.crossdock.orders.validation;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderListener;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.internal.LookalikeStore;
import dev.crossdock.orders.internal.LookalikeStore.Settled;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes suspicions of a duplicate when the other order is gone. That happens in a transaction after the one that
 * cancelled it, since two orders that name each other must not be locked the two ways round. Which merchants have
 * something to look at is remembered in memory only; what a crash or a race loses, a look now and then finds.
 */
public final class Duplicates implements OrderListener {

  private static final int AT_ONCE = 200;

  private final LookalikeStore store = new LookalikeStore();
  private final Set<Merchant> worthALook = ConcurrentHashMap.newKeySet();

  @Override
  public void changed(Tx tx, List<OrderChange> changes) {
    if (changes.stream().anyMatch(Duplicates::mayFree)) {
      tx.afterCommit(() -> worthALook.add(tx.merchant()));
    }
  }

  /** Stock has no part in this. */
  @Override
  public void stockRose(Tx tx, Set<String> skus) {}

  /** Whether something happened since the last time this was asked that may have closed a suspicion. */
  public boolean worthALook(Merchant merchant) {
    return worthALook.remove(merchant);
  }

  /**
   * Closes what is settled, some at a time; how many orders go on.
   *
   * @throws dev.crossdock.orders.StaleOrders when another transaction was faster
   */
  public int settle(Tx tx, Orders orders) {
    List<Settled> settled = store.settled(tx, AT_ONCE);
    if (settled.isEmpty()) {
      return 0;
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(settled.stream().map(Settled::order).distinct().map(OrderId::new).toList());
    for (Settled one : settled) {
      batch.execute(
          new OrderId(one.order()),
          new OrderCommand.ReleaseHold(one.hold(), "rule", false, "no such order is left that it might repeat"));
    }
    return batch.store().size();
  }

  private static boolean mayFree(OrderChange change) {
    boolean wasOver = change.before() != null && change.before().lifecycle().ended();
    boolean simplyNew = change.before() == null && !change.after().lifecycle().ended();
    return !wasOver && !simplyNew && !alone(change);
  }

  /** Nothing was cancelled, added or told otherwise, so that nobody else is concerned. */
  private static boolean alone(OrderChange change) {
    return change.after().lifecycle() != Order.Lifecycle.CANCELLED
        && change.steps().stream()
            .map(OrderChange.Step::event)
            .noneMatch(
                event ->
                    event instanceof OrderEvent.LineChanged
                        || event instanceof OrderEvent.LinesAdded
                        || event instanceof OrderEvent.SumsChanged);
  }
}
