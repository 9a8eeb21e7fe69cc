package dev.crossdock.channels.internal;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.ChannelSku;
import dev.crossdock.catalog.ResolvedSku;
import dev.crossdock.channels.internal.Readings.Removal;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderChange;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderNumbers;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.inbox.Inbox;
import dev.crossdock.platform.inbox.Outcome;
import dev.crossdock.routing.Routing;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What follows from a batch of decoded messages, in one transaction: orders placed or changed, judged by the rules,
 * routed, promised stock, journaled, and the messages marked as done. Facts for all orders are gathered first, each
 * order is decided by pure code, and everything is stored together.
 */
final class Intake {

  private static final Comparator<Told> OLDEST_FIRST =
      Comparator.comparing((Told told) -> told.order().version()).thenComparing(told -> told.message().id());

  private final Catalog catalog;
  private final PartyKeeper parties;
  private final Judge judge;
  private final Orders orders;
  private final Routing routing;

  Intake(
      Catalog catalog, PartyKeeper parties, Judge judge, Orders orders, Routing routing) {
    this.catalog = catalog;
    this.parties = parties;
    this.judge = judge;
    this.orders = orders;
    this.routing = routing;
  }

  /** Does it all but marking the messages; their outcomes are added to the readings. */
  List<OrderChange> apply(Tx tx, Readings readings, OrderNumbers.Taken numbers, boolean lockStock) {
    OrderBatch batch = orders.batch(tx);
    batch.loadByChannel(refs(readings));
    List<Told> oldestFirst = readings.told.stream().sorted(OLDEST_FIRST).toList();
    Map<ChannelSku, ResolvedSku> skus = catalog.resolve(tx, channelSkus(readings));
    Map<Told, ResolvedOrder.Parties> who = parties.keep(tx, oldestFirst, batch);
    Map<Told, ResolvedOrder> resolved = new LinkedHashMap<>();
    for (Told told : oldestFirst) {
      resolved.put(told, Resolver.resolve(told.ref(), told.order(), Objects.requireNonNull(who.get(told)), skus));
    }
    Judge.Facts facts = judge.gather(tx, resolved, batch);
    resolved.forEach(
        (told, order) ->
            readings.outcomes.put(
                told.message().id(), apply(batch, told, order, numbers, judge.findings(told, order, facts))));
    readings.removals.forEach(removal -> readings.outcomes.put(removal.message().id(), remove(batch, removal)));
    routing.route(tx, batch, false, lockStock);
    return batch.store();
  }

  private static Outcome apply(
      OrderBatch batch, Told told, ResolvedOrder resolved, OrderNumbers.Taken numbers, List<Finding> findings) {
    Optional<Order> known = batch.order(told.ref());
    String number = known.map(Order::number).orElseGet(numbers::next);
    OrderId id = batch.idOf(told.ref());
    return outcome(batch.execute(id, new OrderCommand.ApplySnapshot(number, resolved, findings), told.cause()));
  }

  private static Outcome remove(OrderBatch batch, Removal removal) {
    Optional<Order> known = batch.order(removal.ref());
    if (known.isEmpty()) {
      return new Outcome.Parked(
          "order-unknown", "", "The channel removed an order that has not been seen yet.", waitKey(removal.ref()));
    }
    ResolvedOrder.Source source = new ResolvedOrder.Source(later(removal, known.get()));
    return outcome(
        batch.execute(
            known.get().id(),
            new OrderCommand.Cancel("removed at the channel", source),
            Told.cause(removal.message())));
  }

  private static java.time.Instant later(Removal removal, Order order) {
    java.time.Instant held = order.source().version();
    java.time.Instant at = removal.removed().at();
    return at != null && at.isAfter(held) ? at : held;
  }

  private static Outcome outcome(OrderDecision decision) {
    return switch (decision) {
      case OrderDecision.Accepted ignored -> new Outcome.Done();
      case OrderDecision.Refused refused -> new Outcome.Ignored(refused.refusal().sentence());
    };
  }

  /** Under this key a message waits for its order to appear. */
  static String waitKey(ChannelRef ref) {
    return "order:" + ref;
  }

  private static Set<ChannelRef> refs(Readings readings) {
    Set<ChannelRef> refs = readings.told.stream().map(Told::ref).collect(Collectors.toSet());
    readings.removals.forEach(removal -> refs.add(removal.ref()));
    return refs;
  }

  private static Set<ChannelSku> channelSkus(Readings readings) {
    Set<ChannelSku> skus = new HashSet<>();
    readings.told.forEach(told -> skus.addAll(Resolver.channelSkus(told.ref(), told.order())));
    return skus;
  }

  /** Wakes messages that waited for the orders that are new now. */
  static void wakeWaiting(Tx tx, Inbox inbox, List<OrderChange> changes) {
    Set<String> keys =
        changes.stream()
            .filter(change -> change.before() == null)
            .map(change -> waitKey(change.after().channel()))
            .collect(Collectors.toSet());
    if (!keys.isEmpty()) {
      inbox.rerunWaitingFor(tx, keys);
    }
  }
}
