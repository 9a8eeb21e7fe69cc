package dev.crossdock.api.v1.orders;

import dev.crossdock.api.v1.exceptions.ExceptionView;
import dev.crossdock.customers.Kept;
import dev.crossdock.customers.PersonalData;
import dev.crossdock.fulfilment.FulfilmentOrders;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.orders.shortage.Remedies;
import dev.crossdock.orders.shortage.Remedy;
import dev.crossdock.orders.shortage.SoldAhead;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Decisions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Gathers what callers see of orders. */
@Component
class OrderReads {

  private final OrderSearch search;
  private final PersonalData people;
  private final Backorders backorders;
  private final Remedies remedies;
  private final OrderDetails details = new OrderDetails(new OrderCodec());
  private final FulfilmentOrders fulfilmentOrders = new FulfilmentOrders();
  private final Decisions decisions = new Decisions();
  private final ExceptionSearch exceptions = new ExceptionSearch();

  OrderReads(OrderSearch search, PersonalData people, Backorders backorders, Remedies remedies) {
    this.remedies = remedies;
    this.search = search;
    this.people = people;
    this.backorders = backorders;
  }

  OrderSearch search() {
    return search;
  }

  List<OrderRow> rows(Tx tx, List<OrderId> ids) {
    return search.rows(tx, ids).stream()
        .sorted(Comparator.comparing(OrderSearch.Row::placedAt).thenComparing(row -> row.id().value()))
        .map(OrderRow::of)
        .toList();
  }

  Optional<OrderView> order(Tx tx, OrderId id) {
    return details.find(tx, id).map(OrderDetails.History::order).map(order -> OrderView.of(order, beside(tx, order)));
  }

  boolean exists(Tx tx, OrderId id) {
    return !search.rows(tx, List.of(id)).isEmpty();
  }

  private OrderView.Beside beside(Tx tx, Order order) {
    OrderId id = order.id();
    ResolvedOrder.Parties parties = order.parties();
    Map<UUID, Kept> kept = people.kept(tx, parties.refs());
    return new OrderView.Beside(
        fulfilmentOrders.ofOrder(tx, id).stream().map(FulfilmentOrderView::of).toList(),
        decisions.ofOrder(tx, id).stream().findFirst().map(DecisionView::of).orElse(null),
        exceptions(tx, id),
        parties.note() == null ? null : note(tx, parties.note()),
        kept.values().stream().sorted(Comparator.comparing(Kept::dataClass)).map(PersonalDataView::of).toList(),
        authorisations(tx, order));
  }

  private List<ExceptionView> exceptions(Tx tx, OrderId id) {
    List<ExceptionSearch.Case> open =
        exceptions.ofOrder(tx, id).stream().filter(found -> found.closing() == null).toList();
    Map<UUID, List<Remedy>> help = remedies.of(tx, open);
    return open.stream().map(found -> ExceptionView.of(found, help.getOrDefault(found.id(), List.of()))).toList();
  }

  private Map<UUID, Authorisation> authorisations(Tx tx, Order order) {
    Set<UUID> used =
        order.lines().stream()
            .flatMap(line -> line.ahead().stream())
            .map(SoldAhead::authorisation)
            .collect(Collectors.toSet());
    return backorders.find(tx, used).stream().collect(Collectors.toMap(Authorisation::id, found -> found));
  }

  private NoteView note(Tx tx, UUID ref) {
    String text = people.notes(tx, Set.of(ref)).get(ref);
    return new NoteView(text, text == null);
  }
}
