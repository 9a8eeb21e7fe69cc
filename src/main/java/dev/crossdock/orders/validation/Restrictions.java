package dev.crossdock.orders.validation;

import dev.crossdock.orders.Hold;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.internal.RestrictionStore;
import dev.crossdock.platform.db.Tx;
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
    OrderBatch batch = orders.batch(tx);
    batch.loadById(store.held(tx, Hold.Reason.COMPLIANCE));
    for (Order order : batch.orders()) {
      String country = order.parties().shipCountry();
      if (country == null || !countries.contains(country)) {
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
