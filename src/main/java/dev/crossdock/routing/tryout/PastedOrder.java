package dev.crossdock.routing.tryout;

import dev.crossdock.catalog.Catalog;
import dev.crossdock.catalog.Sku;
import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Finding;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderLifecycle;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.facts.Destination;
import dev.crossdock.routing.facts.LineFacts;
import dev.crossdock.routing.facts.OrderFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes an order of what somebody pasted, as if it had just come in; it is never stored. */
final class PastedOrder {

  private final Catalog catalog;
  private final Ids ids;

  PastedOrder(Catalog catalog, Ids ids) {
    this.catalog = catalog;
    this.ids = ids;
  }

  Order of(Tx tx, OrderFacts told) {
    Map<String, List<Component>> kits = kits(tx, told);
    Destination to = told.destination();
    ResolvedOrder order =
        new ResolvedOrder(
            new ResolvedOrder.Identity(
                new ChannelRef(told.channel(), told.account(), told.number()), told.number(), null, false,
                told.placedAt(), told.currency()),
            new ResolvedOrder.Terms(
                ResolvedOrder.Delivery.SHIP, ResolvedOrder.Payment.PAID, false, told.shipBy(), told.deliverBy(),
                told.tags().stream().sorted().toList(), null),
            new ResolvedOrder.Sums(told.total(), told.total(), null, 0, null, null, false),
            new ResolvedOrder.Parties(null, ids.next(), null, null, to.country(), to.region()),
            new ResolvedOrder.Source(told.placedAt()),
            false,
            null,
            told.lines().stream().map(line -> line(line, kits)).toList(),
            List.of());
    OrderCommand place = new OrderCommand.ApplySnapshot(told.number(), order, List.<Finding>of());
    return begun(tx, place, told.priority());
  }

  private Order begun(Tx tx, OrderCommand place, int priority) {
    OrderId id = new OrderId(ids.next());
    if (!(OrderLifecycle.decide(id, null, place, tx.now()) instanceof OrderDecision.Accepted accepted)) {
      throw new IllegalStateException("a new order is always taken in");
    }
    Order order = accepted.after();
    return priority == 0 ? order : order.apply(new OrderEvent.PriorityChanged(priority, "pasted"));
  }

  private ResolvedOrder.Line line(LineFacts line, Map<String, List<Component>> kits) {
    boolean plain = line.components().equals(List.of(new Component(line.sku(), 1)));
    return new ResolvedOrder.Line(
        Integer.toString(line.line()), line.sku(), line.sku(), line.sku(), ResolvedOrder.Kind.GOODS,
        ResolvedOrder.FulfilledBy.MERCHANT, line.units(), 0, 0, line.unitPrice(), line.unitPrice() * line.units(), 0,
        List.of(), List.of(), null, plain ? kits.getOrDefault(line.sku(), line.components()) : line.components());
  }

  /** Parts of those of the SKUs that are kits. */
  private Map<String, List<Component>> kits(Tx tx, OrderFacts told) {
    Map<String, List<Component>> kits = new HashMap<>();
    for (Sku sku : catalog.get(tx, told.lines().stream().map(LineFacts::sku).collect(Collectors.toSet()))) {
      if (sku.kit()) {
        kits.put(
            sku.sku(),
            sku.components().stream().map(part -> new Component(part.sku(), part.units())).toList());
      }
    }
    return kits;
  }
}
