package dev.crossdock.orders;

import dev.crossdock.orders.Buckets.Bucket;
import dev.crossdock.orders.OrderCommand.ApplySnapshot;
import dev.crossdock.orders.OrderDecision.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a command does to an order: events, or a refusal. Pure; the same order, command and instant give the
 * same answer for ever.
 */
public final class OrderLifecycle {

  private OrderLifecycle() {}

  /**
   * The decision.
   *
   * @param order the order as it is; null when it was never seen
   */
  public static OrderDecision decide(OrderId id, @Nullable Order order, OrderCommand command, Instant now) {
    if (order == null) {
      return command instanceof ApplySnapshot first
          ? place(id, first, now)
          : new Refused(new OrderRefusal.Unknown());
    }
    return switch (command) {
      case ApplySnapshot c -> SnapshotDiff.decide(order, c, now);
      case OrderCommand.ResolveSkus c -> resolve(order, c, now);
      case OrderCommand.Place c -> PlacementDecision.decide(order, c, now);
      case OrderCommand.OpenHold c -> openHold(order, c, now);
      case OrderCommand.ReleaseHold c -> releaseHold(order, c, now);
      case OrderCommand.Cancel c -> cancel(order, c);
      case OrderCommand.CancelLine c -> Units.cancelLine(order, c, now);
      case OrderCommand.SellAhead c -> PlacementDecision.sellAhead(order, c, now);
      case OrderCommand.Substitute c -> Units.substitute(order, c, now);
      case OrderCommand.SetPriority c -> priority(order, c);
      case OrderCommand.Displace c -> Units.displace(order, c);
      case OrderCommand.TakeOver c -> Units.takeOver(order, c);
      case OrderCommand.TakeBack c -> Units.takeBack(order, c);
      case OrderCommand.Ship c -> ship(order, c);
    };
  }

  private static OrderDecision place(OrderId id, ApplySnapshot command, Instant now) {
    ResolvedOrder told = command.order();
    Draft draft =
        Draft.begin(
            id,
            new OrderEvent.Placed(
                command.number(), told.identity(), told.terms(), told.sums(), told.parties(), told.source(),
                told.lines(), told.charges(), now));
    if (told.cancelled()) {
      cancelOpen(draft, Optional.ofNullable(told.cancelReason()).orElse("cancelled at the channel"));
    } else {
      Holds.reconcile(draft, command.findings(), now);
    }
    progress(draft);
    return draft.accepted();
  }

  private static OrderDecision resolve(Order order, OrderCommand.ResolveSkus command, Instant now) {
    Draft draft = new Draft(order);
    for (OrderLine line : order.lines()) {
      String channelSku = line.told().channelSku();
      OrderCommand.Resolution found = channelSku == null ? null : command.byChannelSku().get(channelSku);
      if (found != null && line.told().ours() && line.told().sku() == null && !order.lifecycle().ended()) {
        draft.emit(new OrderEvent.LineResolved(line.line(), found.sku(), found.components()));
        Holds.release(draft, Hold.Reason.SKU_UNMAPPED, line.line(), now, "mapped to " + found.sku());
      }
    }
    progress(draft);
    return draft.accepted();
  }

  private static OrderDecision openHold(Order order, OrderCommand.OpenHold command, Instant now) {
    if (order.lifecycle().ended()) {
      return new Refused(new OrderRefusal.AlreadyEnded(order.lifecycle()));
    }
    Draft draft = new Draft(order);
    Holds.open(draft, command.finding(), command.by(), now);
    return draft.accepted();
  }

  private static OrderDecision releaseHold(Order order, OrderCommand.ReleaseHold command, Instant now) {
    if (order.hold(command.hold()).filter(Hold::open).isEmpty()) {
      return new Refused(new OrderRefusal.NoSuchHold(command.hold()));
    }
    Draft draft = new Draft(order);
    draft.emit(
        new OrderEvent.HoldReleased(
            command.hold(), new Hold.Release(now, command.by(), command.byPerson(), command.note())));
    progress(draft);
    return draft.accepted();
  }

  private static OrderDecision cancel(Order order, OrderCommand.Cancel command) {
    if (order.lifecycle() == Order.Lifecycle.CANCELLED) {
      return new Refused(new OrderRefusal.AlreadyEnded(order.lifecycle()));
    }
    if (order.lines().stream().allMatch(line -> line.buckets().open() == 0)) {
      return new Refused(new OrderRefusal.NothingLeft());
    }
    Draft draft = new Draft(order);
    if (command.source() != null) {
      draft.emit(new OrderEvent.ChannelAdvanced(command.source()));
    }
    cancelOpen(draft, command.reason());
    progress(draft);
    return draft.accepted();
  }

  private static OrderDecision priority(Order order, OrderCommand.SetPriority command) {
    if (order.lifecycle().ended()) {
      return new Refused(new OrderRefusal.AlreadyEnded(order.lifecycle()));
    }
    Draft draft = new Draft(order);
    if (command.priority() != order.priority()) {
      draft.emit(new OrderEvent.PriorityChanged(command.priority(), command.reason()));
    }
    return draft.accepted();
  }

  private static OrderDecision ship(Order order, OrderCommand.Ship command) {
    List<Placement> leaving =
        order.placements().stream()
            .filter(p -> !p.shipped() && command.fulfilmentOrder().equals(p.fulfilmentOrder()))
            .toList();
    if (leaving.isEmpty()) {
      return new Refused(new OrderRefusal.NoSuchWork(command.fulfilmentOrder()));
    }
    if (leaving.stream().anyMatch(p -> order.blocked(Hold.Step.SHIP, p.line()))) {
      return new Refused(new OrderRefusal.Held(words(order.openHolds())));
    }
    Draft draft = new Draft(order);
    for (Placement placement : leaving) {
      draft.emit(
          new OrderEvent.UnitsShipped(
              placement.line(),
              List.of(new Buckets.Move(Bucket.ALLOCATED, Bucket.SHIPPED, placement.units())),
              List.of(placement),
              "fulfilment order"));
    }
    progress(draft);
    return draft.accepted();
  }

  static void cancelOpen(Draft draft, String reason) {
    for (OrderLine line : draft.order().lines()) {
      Units.cancel(draft, line.line(), line.buckets().open(), reason);
    }
  }

  /** Moves the order along its own course as far as its units and holds allow. */
  static void progress(Draft draft) {
    Order order = draft.order();
    Order.Lifecycle target = target(order);
    if (target != order.lifecycle()) {
      draft.emit(new OrderEvent.LifecycleChanged(target, null));
    }
  }

  private static Order.Lifecycle target(Order order) {
    int open = order.lines().stream().mapToInt(line -> line.buckets().open()).sum();
    int shipped = order.lines().stream().mapToInt(line -> line.buckets().shipped()).sum();
    if (open == 0 && shipped == 0) {
      return Order.Lifecycle.CANCELLED;
    }
    boolean held = order.openHolds().stream().anyMatch(hold -> hold.line() == null);
    if (open == 0 && !held) {
      return Order.Lifecycle.COMPLETED;
    }
    if (order.placements().stream().anyMatch(Placement::shipped)) {
      return Order.Lifecycle.IN_FULFILMENT;
    }
    if (order.placements().stream().anyMatch(placement -> placement.fulfilmentOrder() != null)) {
      return Order.Lifecycle.APPROVED;
    }
    if (channelShipsTheRest(order)) {
      return Order.Lifecycle.IN_FULFILMENT;
    }
    return held ? Order.Lifecycle.RECEIVED : Order.Lifecycle.VALIDATED;
  }

  /** The channel is at work from its own stock, and nothing is left for us to place. */
  private static boolean channelShipsTheRest(Order order) {
    return !order.terms().pending()
        && order.lines().stream().noneMatch(line -> line.told().ours() && line.buckets().open() > 0);
  }

  private static String words(List<Hold> holds) {
    return holds.stream().map(h -> Headline.inSentence(h.reason().words())).collect(Collectors.joining(", "));
  }
}
