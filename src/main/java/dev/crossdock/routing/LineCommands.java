package dev.crossdock.routing;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.AuthorisationKind;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLine;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.Placement;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.platform.db.Tx;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people do about lines that found no stock, each in one transaction. When another transaction was faster, {@code
 * StaleOrders} is thrown and the caller begins again; what is answered with a refusal has changed nothing.
 */
public final class LineCommands {

  private final Orders orders;
  private final Routing routing;
  private final Backorders backorders;
  private final Catalog catalog;

  public LineCommands(Orders orders, Routing routing, Backorders backorders, Catalog catalog) {
    this.orders = orders;
    this.routing = routing;
    this.backorders = backorders;
    this.catalog = catalog;
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
   * Units of another order, to be taken for a waiting line.
   *
   * @param from whose units; they must be promised to it and not released
   * @param fromLine null for its first line with the same SKU that has some
   * @param units null for as many as both sides allow
   * @param force also from an order whose priority is not lower
   */
  public record Displacement(
      OrderId order,
      int line,
      OrderId from,
      @Nullable Integer fromLine,
      @Nullable Integer units,
      boolean force,
      String reason) {}

  /** Cancels units of a line; all that are left, when no number is given. */
  public Outcome cancel(Tx tx, OrderId id, int line, @Nullable Integer units, String reason) {
    int most = units == null ? Integer.MAX_VALUE : units;
    return simple(tx, id, new OrderCommand.CancelLine(line, most, reason));
  }

  /**
   * Sells ahead what waits on a line.
   *
   * @param promisedOn authorises exactly these units for that day; null to use what is authorised already
   */
  public Outcome backorder(Tx tx, OrderId id, int line, @Nullable LocalDate promisedOn) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    Order order = batch.order(id).orElse(null);
    OrderLine waiting = line(order, line);
    String sku = waiting == null ? null : waiting.told().sku();
    if (order == null || waiting == null || sku == null) {
      return missing(order, line);
    }
    int units = waiting.unpromised();
    if (units < 1) {
      return refused(line, "has no units that wait without a promise.");
    }
    List<SoldAhead> ahead = new ArrayList<>();
    if (promisedOn == null) {
      backorders.of(tx, Set.of(sku)).take(sku, order.channel().channel(), order.channel().account(), units)
          .forEach(taken -> ahead.add(SoldAhead.of(taken)));
      if (ahead.isEmpty()) {
        return refused(line, "cannot be sold ahead: nothing is authorised. Say for which day.");
      }
    } else {
      AuthorisationInput input =
          new AuthorisationInput(
              sku, order.channel().channel(), order.channel().account(), AuthorisationKind.BACKORDER, units, promisedOn,
              null, null);
      switch (backorders.authorise(tx, input)) {
        case Decided.Accepted<Authorisation>(Authorisation made) ->
            ahead.add(new SoldAhead(made.id(), AuthorisationKind.BACKORDER, units, 0, promisedOn));
        case Decided.Refused<Authorisation>(List<ItemError> errors) -> {
          return new Outcome.Invalid(errors);
        }
      }
    }
    return finish(batch, id, batch.execute(id, new OrderCommand.SellAhead(line, ahead)));
  }

  /** Sends something else in place of what was ordered, from wherever it lies. */
  public Outcome substitute(Tx tx, OrderId id, int line, String sku, String reason) {
    Sku found = sku.indexOf('\0') < 0 ? catalog.find(tx, sku).orElse(null) : null;
    if (found == null) {
      return new Outcome.Invalid(List.of(new ItemError(0, "sku", "unknown", "There is no such SKU.")));
    }
    List<Component> parts =
        found.kit()
            ? found.components().stream().map(part -> new Component(part.sku(), part.units())).toList()
            : List.of(new Component(sku, 1));
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    OrderDecision decision = batch.execute(id, new OrderCommand.Substitute(line, sku, parts, reason));
    if (decision instanceof OrderDecision.Accepted) {
      routing.route(tx, batch, true, true);
    }
    return finish(batch, id, decision);
  }

  /** Takes units of another order for a waiting line, and looks for others for the loser. */
  public Outcome displace(Tx tx, Displacement asked) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(asked.order(), asked.from()));
    Order winner = batch.order(asked.order()).orElse(null);
    Order loser = batch.order(asked.from()).orElse(null);
    OrderLine wanting = line(winner, asked.line());
    if (winner == null || wanting == null) {
      return missing(winner, asked.line());
    }
    if (loser == null || asked.order().equals(asked.from())) {
      return new Outcome.Invalid(List.of(new ItemError(0, "from", "unknown", "There is no such other order.")));
    }
    OrderLine giving = giving(loser, wanting, asked.fromLine());
    return giving == null
        ? new Outcome.Invalid(
            List.of(new ItemError(0, "fromLine", "unknown", "The other order has no line of the same SKU.")))
        : displace(tx, batch, asked, new Sides(winner, wanting, loser, giving));
  }

  /** Whose line gets units of whose. */
  private record Sides(Order winner, OrderLine wanting, Order loser, OrderLine giving) {

    int most() {
      return Math.max(1, Math.min(wanting.waiting(), giving.buckets().reserved()));
    }

    OrderEvent.Other to() {
      return new OrderEvent.Other(winner.id().value(), winner.number(), wanting.line());
    }

    OrderEvent.Other from() {
      return new OrderEvent.Other(loser.id().value(), loser.number(), giving.line());
    }
  }

  private Outcome displace(Tx tx, OrderBatch batch, Displacement asked, Sides sides) {
    Integer wanted = asked.units();
    int units = wanted != null ? wanted : sides.most();
    OrderDecision won =
        batch.execute(
            sides.winner().id(), new OrderCommand.TakeOver(asked.line(), units, sides.from(), asked.reason()));
    if (won instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      return new Outcome.Refused(refusal);
    }
    OrderDecision lost =
        batch.execute(
            sides.loser().id(),
            new OrderCommand.Displace(
                sides.giving().line(), units, sides.to(), sides.winner().priority(), asked.force(), asked.reason()));
    if (lost instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      return new Outcome.Refused(refusal);
    }
    List<WaitingRoom.Withheld> freed = freed(sides.giving(), lost);
    if (!routing.ships(tx, freed.stream().map(WaitingRoom.Withheld::location).collect(Collectors.toSet()))) {
      return refused(
          sides.giving().line(), "of order " + sides.loser().number() + " has its units where none are shipped from.");
    }
    routing.handOver(tx, batch, new Routing.Freed(sides.winner().id(), freed));
    Order now = batch.order(sides.winner().id()).orElseThrow();
    if (now.line(asked.line()).waiting() > sides.wanting().waiting() - units) {
      throw new IllegalStateException("units of order " + sides.loser().number() + " found no place at their winner");
    }
    batch.store();
    return new Outcome.Done(now);
  }

  private Outcome simple(Tx tx, OrderId id, OrderCommand command) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(id));
    return finish(batch, id, batch.execute(id, command));
  }

  private static Outcome finish(OrderBatch batch, OrderId id, OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Refused(OrderRefusal refusal) -> new Outcome.Refused(refusal);
      case OrderDecision.Accepted accepted -> {
        if (!accepted.events().isEmpty()) {
          batch.store();
        }
        yield new Outcome.Done(batch.order(id).orElseThrow());
      }
    };
  }

  private static List<WaitingRoom.Withheld> freed(OrderLine giving, OrderDecision lost) {
    List<WaitingRoom.Withheld> units = new ArrayList<>();
    if (lost instanceof OrderDecision.Accepted accepted) {
      for (OrderEvent event : accepted.events()) {
        if (event instanceof OrderEvent.UnitsDisplaced displaced) {
          for (Placement placement : displaced.placements()) {
            giving.told().components().forEach(
                part ->
                    units.add(
                        new WaitingRoom.Withheld(part.sku(), placement.location(), placement.units() * part.units())));
          }
        }
      }
    }
    return units;
  }

  private static @Nullable OrderLine giving(Order loser, OrderLine wanting, @Nullable Integer line) {
    return loser.lines().stream()
        .filter(l -> line == null || l.line() == line)
        .filter(l -> wanting.told().sku() != null && wanting.told().sku().equals(l.told().sku()))
        .filter(l -> l.told().components().equals(wanting.told().components()))
        .reduce((a, b) -> a.buckets().reserved() > 0 ? a : b)
        .orElse(null);
  }

  private static @Nullable OrderLine line(@Nullable Order order, int line) {
    return order == null || line < 1 || line > order.lines().size() ? null : order.line(line);
  }

  private static Outcome missing(@Nullable Order order, int line) {
    return new Outcome.Refused(order == null ? new OrderRefusal.Unknown() : new OrderRefusal.NoSuchLine(line));
  }

  private static Outcome refused(int line, String why) {
    return new Outcome.Refused(new OrderRefusal.LineNotReady(line, why));
  }
}
