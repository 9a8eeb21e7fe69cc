package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for stock of a SKU.
 *
 * @param units 0 where they are of use only together with others
 * @param promisedOn the soonest day it was promised some for; null for none
 * @param since when it began to wait
 * @param state why it waits
 * @param cancelAt until when it may; null for as long as it takes
 */
public record WaitingRow(
    String sku,
    OrderId order,
    int units,
    int priority,
    @Nullable LocalDate promisedOn,
    Instant since,
    State state,
    @Nullable Instant cancelAt) {

  /** Why units have no place. */
  public enum State {
    /** There is no stock. */
    BACKORDER,
    /** They were sold before they are there. */
    PREORDER,
    /** There is stock, and the rules let it not leave. */
    UNROUTABLE,
    /** A location has turned them down. */
    REJECTED
  }

  /** Two lines of an order that wait for the same. */
  public WaitingRow plus(WaitingRow other) {
    LocalDate mine = promisedOn;
    LocalDate theirs = other.promisedOn;
    LocalDate sooner = mine == null || (theirs != null && theirs.isBefore(mine)) ? theirs : mine;
    State worse = state.compareTo(other.state) > 0 ? state : other.state;
    return new WaitingRow(sku, order, units + other.units, priority, sooner, since, worse, cancelAt);
  }
}
