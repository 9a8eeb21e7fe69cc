package dev.crossdock.routing;

import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.Orders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.internal.LookStore;
import dev.crossdock.routing.internal.RoutingStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Demand that has no place, and why; it counts against what may be promised like any other. */
public final class RoutingQueue {

  private static final int AT_ONCE = 50;

  private final Orders orders;
  private final LookStore look = new LookStore();
  private final RoutingStore store = new RoutingStore();

  public RoutingQueue(Orders orders) {
    this.orders = orders;
  }

  /** Why demand has no place. */
  public enum State {
    /** Routing has not looked at it, or will look again: at once, or when the time has come at which a rule decides. */
    TO_ROUTE,
    /** A location has turned it down, and nobody else has it. */
    REJECTED,
    /** There is stock, and the rules let it not leave. */
    UNROUTABLE,
    /** There is no stock. */
    BACKORDER,
    /** It was sold before it is there. */
    PREORDER
  }

  /**
   * An order with units that have no place.
   *
   * @param since when it began to wait
   * @param units stock units that wait; 0 where routing has not looked yet
   * @param cancelAt until when it may wait; null for as long as it takes
   * @param decideAt when it is decided, together with others; null where nothing keeps it from being decided now
   * @param skus what it waits for
   */
  public record Entry(
      OrderId order, State state, Instant since, int units, @Nullable Instant cancelAt,
      @Nullable Instant decideAt, List<String> skus) {
    public Entry {
      skus = List.copyOf(skus);
    }
  }

  /** By order id; of one state, or all. */
  public List<Entry> list(Tx tx, @Nullable State state, @Nullable UUID after, int limit) {
    return look.queue(tx, state == null ? null : state.name(), after, limit).stream()
        .map(
            row ->
                new Entry(
                    new OrderId(row.order()), State.valueOf(row.state()), row.since(), row.units(), row.cancelAt(),
                    row.decideAt(), row.skus()))
        .toList();
  }

  /** Cancels what has waited as long as its rule lets it; true when there may be more. */
  public boolean cancelOverdue(Tx tx) {
    List<OrderId> overdue = store.overdue(tx, AT_ONCE);
    if (overdue.isEmpty()) {
      return false;
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(overdue);
    for (Order order : batch.orders()) {
      for (OrderLine line : order.lines()) {
        if (line.waiting() > 0 && !order.lifecycle().ended()) {
          batch.execute(
              order.id(),
              new OrderCommand.CancelLine(line.line(), line.waiting(), "no place was found for it in time"));
        }
      }
    }
    batch.store();
    return overdue.size() == AT_ONCE;
  }
}
