package dev.crossdock.routing;

import dev.crossdock.inventory.Adjustment;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.Stock;
import dev.crossdock.inventory.StockReason;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.internal.SteeringRow;
import dev.crossdock.routing.internal.SteeringRow.Kind;
import dev.crossdock.routing.internal.SteeringStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people and locations say about where an order goes, each in one transaction with the new decision. When another
 * transaction was faster, {@code StaleOrders} is thrown and the caller begins again.
 */
public final class RoutingCommands {

  /** Longer than a year nobody remembers why. */
  public static final int DAYS_MAX = 365;

  private final Orders orders;
  private final Routing routing;
  private final Stock stock;
  private final SteeringStore store = new SteeringStore();

  public RoutingCommands(Orders orders, Routing routing, Stock stock) {
    this.orders = orders;
    this.routing = routing;
    this.stock = stock;
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** The order as it is now. */
    record Done(Order order) implements Outcome {}

    record Refused(OrderRefusal refusal) implements Outcome {}

    /** What was asked makes no sense. */
    record Invalid(List<ItemError> errors) implements Outcome {}
  }

  /**
   * A location turns down what it was to ship.
   *
   * @param lines the lines that are meant; empty for all it has
   * @param wholeOrder whether everything the location has of the order goes elsewhere, or only those lines
   * @param days for how long the location is left out for this order, 1 to {@link #DAYS_MAX}
   * @param missing whether the units are not there: they are counted as lost
   */
  public record Rejection(
      OrderId order,
      String location,
      Set<Integer> lines,
      boolean wholeOrder,
      int days,
      boolean missing,
      String reason) {
    public Rejection {
      lines = Set.copyOf(lines);
    }
  }

  /** Looks for places again, and now, for everything that is not released to a location. */
  public Outcome route(Tx tx, OrderId id) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    return batch.order(id).isEmpty() ? unknown() : placedNow(tx, batch, id);
  }

  /** Sends the order to these locations and nowhere else; what others were to ship and have not is taken back. */
  public Outcome pin(Tx tx, OrderId id, Set<String> locations, String reason) {
    if (locations.isEmpty() || !routing.ships(tx, locations)) {
      return new Outcome.Invalid(
          List.of(new ItemError(0, "locations", "unknown", "Orders are not shipped from all of these locations.")));
    }
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    Order order = batch.order(id).orElse(null);
    if (order == null) {
      return unknown();
    }
    Set<String> others =
        order.placements().stream()
            .filter(p -> !p.shipped() && !locations.contains(p.location()))
            .map(Placement::location)
            .collect(Collectors.toSet());
    OrderDecision decision =
        batch.execute(id, new OrderCommand.TakeBack(others, Set.of(), "pinned elsewhere: " + reason));
    if (decision instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      return new Outcome.Refused(refusal);
    }
    store.drop(tx, id, Kind.PIN);
    store.put(tx, locations.stream().sorted().map(code -> row(tx, id, Kind.PIN, code, reason, 0)).toList());
    return placedNow(tx, batch, id);
  }

  /** Lets the rules decide again. */
  public Outcome unpin(Tx tx, OrderId id) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    if (batch.order(id).isEmpty()) {
      return unknown();
    }
    store.drop(tx, id, Kind.PIN);
    return placed(tx, batch, id);
  }

  /** Takes the units back, leaves the location out for a while, and finds them another place. */
  public Outcome reject(Tx tx, Rejection asked) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(asked.order()));
    Order order = batch.order(asked.order()).orElse(null);
    if (order == null) {
      return unknown();
    }
    Set<Integer> lines = asked.wholeOrder() ? Set.of() : asked.lines();
    OrderDecision decision =
        batch.execute(
            asked.order(),
            new OrderCommand.TakeBack(
                Set.of(asked.location()), lines, "turned down by " + asked.location() + ": " + asked.reason()));
    if (decision instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      return new Outcome.Refused(refusal);
    }
    List<OrderEvent> events = decision instanceof OrderDecision.Accepted accepted ? accepted.events() : List.of();
    if (events.isEmpty()) {
      int line = asked.lines().isEmpty() ? 1 : asked.lines().stream().min(Integer::compare).orElseThrow();
      return new Outcome.Refused(
          new OrderRefusal.LineNotReady(line, "has no units that " + asked.location() + " could turn down."));
    }
    if (asked.missing()) {
      stock.adjust(tx, lost(tx, order, asked, events));
    }
    store.put(
        tx, List.of(row(tx, asked.order(), Kind.AVOID, asked.location(), asked.reason(), asked.days())));
    return placed(tx, batch, asked.order());
  }

  private static List<Adjustment> lost(Tx tx, Order order, Rejection asked, List<OrderEvent> events) {
    List<Adjustment> lost = new ArrayList<>();
    for (OrderEvent event : events) {
      if (event instanceof OrderEvent.UnitsReleased released) {
        boolean named = asked.lines().isEmpty() || asked.lines().contains(released.line());
        for (Placement placement : named ? released.placements() : List.<Placement>of()) {
          for (Component part : order.line(released.line()).told().components()) {
            lost.add(
                new Adjustment(
                    part.sku(), placement.location(), -(long) placement.units() * part.units(), StockReason.LOST,
                    order.number(), tx.now()));
          }
        }
      }
    }
    return lost;
  }

  private Outcome placedNow(Tx tx, OrderBatch batch, OrderId id) {
    routing.routeNow(tx, batch);
    batch.store();
    return new Outcome.Done(batch.order(id).orElseThrow());
  }

  private Outcome placed(Tx tx, OrderBatch batch, OrderId id) {
    routing.route(tx, batch, true, true);
    batch.store();
    return new Outcome.Done(batch.order(id).orElseThrow());
  }

  private static SteeringRow row(Tx tx, OrderId order, Kind kind, String location, String reason, int days) {
    return new SteeringRow(
        order, kind, location, new UUID(0, 0), reason, until(tx, days), tx.cause().actor().toString(), tx.now());
  }

  private static @Nullable Instant until(Tx tx, int days) {
    return days == 0 ? null : tx.now().plus(Duration.ofDays(days));
  }

  private static Outcome unknown() {
    return new Outcome.Refused(new OrderRefusal.Unknown());
  }
}
