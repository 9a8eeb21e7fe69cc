package dev.crossdock.console.orders.order;

import dev.crossdock.customers.PersonalData;
import dev.crossdock.fulfilment.FulfilmentOrders;
import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.Locations;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Decisions;
import dev.crossdock.routing.LineTransfers;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page tells of from the capabilities that know it. */
@Component
final class OrderReader {

  private final OrderDetails orders;
  private final Decisions decisions = new Decisions();
  private final FulfilmentOrders work = new FulfilmentOrders();
  private final ExceptionSearch exceptions;
  private final PersonalData people;
  private final Locations locations;
  private final LineTransfers transfers;

  OrderReader(
      OrderDetails orders, ExceptionSearch exceptions, PersonalData people, Locations locations,
      LineTransfers transfers) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.people = people;
    this.locations = locations;
    this.transfers = transfers;
  }

  /**
   * The order; empty when there is none.
   *
   * @param at after which of its events, from 1; null for now
   */
  Optional<OrderReading> read(Tx tx, OrderId id, @Nullable Integer at) {
    return orders.find(tx, id).map(history -> {
      int last = history.entries().size();
      int version = at == null ? last : Math.clamp(at, 1, last);
      ResolvedOrder.Parties parties = history.at(version).parties();
      return new OrderReading(
          history,
          version,
          decisions.ofOrder(tx, id),
          work.ofOrder(tx, id),
          exceptions.ofOrder(tx, id),
          people.contacts(tx, refs(parties.contact())),
          people.addresses(tx, refs(parties.shipTo(), parties.billTo())),
          people.notes(tx, refs(parties.note())),
          locations.list(tx).stream().collect(Collectors.toMap(Location::code, Function.identity())),
          transfers.awaited(tx, id));
    });
  }

  private static Set<UUID> refs(@Nullable UUID... refs) {
    return Stream.of(refs).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
