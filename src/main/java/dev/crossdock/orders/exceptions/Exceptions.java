package dev.crossdock.orders.exceptions;

import dev.crossdock.orders.internal.ExceptionStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Opens and closes exceptions. An exception never changes an order; what settles its cause closes it. */
public final class Exceptions {

  private final ExceptionStore store = new ExceptionStore();
  private final Ids ids;

  public Exceptions(Ids ids) {
    this.ids = ids;
  }

  /** Opens those that are not open yet. */
  public void open(Tx tx, List<NewException> failures) {
    if (!failures.isEmpty()) {
      store.insert(tx, failures, ids);
    }
  }

  /** Closes what is open under these keys, because its cause is gone; returns how many. */
  public int resolve(Tx tx, Collection<String> dedupKeys, String note) {
    return dedupKeys.isEmpty() ? 0 : store.closeByKey(tx, dedupKeys, "RESOLVED", note);
  }

  /** Closes one by a person's word; false when it was not open. */
  public boolean dismiss(Tx tx, UUID exception, String why) {
    return store.closeById(tx, exception, "DISMISSED", why) == 1;
  }
}
