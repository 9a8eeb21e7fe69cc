package dev.crossdock.orders.validation;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.internal.RestrictionStore;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Countries a merchant ships nothing to. Lifting a restriction sets the orders free that it stopped. */
public final class Restrictions {

  private final RestrictionStore store = new RestrictionStore();
  private final Orders orders;

  public Restrictions(Orders orders) {
    this.orders = orders;
  }

  /** ISO 3166-1 alpha-2 codes. */
  public Set<String> countries(Tx tx) {
    return store.countries(tx);
  }

  /** Replaces the list; how many held orders go on. */
  public int put(Tx tx, Set<String> countries) {
    store.replace(tx, new TreeSet<>(countries));
    return settle(tx);
  }

  /** Sets orders free whose country is not on the list any more; how many go on. */
  public int settle(Tx tx) {
    List<OrderId> settled = store.settled(tx);
    if (settled.isEmpty()) {
      return 0;
    }
    Set<String> restricted = countries(tx);
    OrderBatch batch = orders.batch(tx);
    batch.loadById(settled);
    for (Order order : batch.orders()) {
      String country = order.parties().shipCountry();
      if (country == null || !restricted.contains(country)) {
        release(batch, order);
      }
    }
    return batch.store().size();
  }

  private static void release(OrderBatch batch, Order order) {
    order.openHolds().stream()
        .filter(hold -> hold.reason() == Hold.Reason.COMPLIANCE)
        .forEach(
            hold ->
                batch.execute(
                    order.id(), new OrderCommand.ReleaseHold(hold.id(), "rule", false, "the restriction was lifted")));
  }
}
