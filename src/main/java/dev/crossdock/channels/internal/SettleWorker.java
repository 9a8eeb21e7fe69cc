package dev.crossdock.channels.internal;

import dev.crossdock.orders.Orders;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.orders.validation.Duplicates;
import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.ids.Ids;

/** Closes holds whose cause went with another order, as soon as that happened. */
final class SettleWorker {

  private static final int RACES_MAX = 4;

  private final Door door;
  private final Orders orders;
  private final Duplicates duplicates;
  private final Ids ids;

  SettleWorker(Door door, Orders orders, Duplicates duplicates, Ids ids) {
    this.door = door;
    this.orders = orders;
    this.duplicates = duplicates;
    this.ids = ids;
  }

  /** Looks only when something happened; how many orders go on. */
  int workOnce(Merchant merchant) {
    if (!duplicates.worthALook(merchant)) {
      return 0;
    }
    Cause cause = Cause.of(Actor.system("validation"), "job:settle", ids.next());
    for (int attempt = 1; ; attempt++) {
      try {
        return door.write(merchant, cause, tx -> duplicates.settle(tx, orders));
      } catch (StaleOrders e) {
        if (attempt == RACES_MAX) {
          throw e;
        }
      }
    }
  }
}
