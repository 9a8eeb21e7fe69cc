package dev.crossdock.api.v1.orders;

import dev.crossdock.api.v1.exceptions.ExceptionView;
import dev.crossdock.fulfilment.FulfilmentOrders;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderDetails;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderSearch;
import dev.crossdock.orders.exceptions.ExceptionSearch;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.Decisions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what callers see of orders. */
@Component
class OrderReads {

  private final OrderSearch search;
  private final OrderDetails details = new OrderDetails(new OrderCodec());
  private final FulfilmentOrders fulfilmentOrders = new FulfilmentOrders();
  private final Decisions decisions = new Decisions();
  private final ExceptionSearch exceptions = new ExceptionSearch();

  OrderReads(OrderSearch search) {
    this.search = search;
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
    return details.find(tx, id).map(history -> OrderView.of(history.order(), beside(tx, id)));
  }

  boolean exists(Tx tx, OrderId id) {
    return !search.rows(tx, List.of(id)).isEmpty();
  }

  private OrderView.Beside beside(Tx tx, OrderId id) {
    return new OrderView.Beside(
        fulfilmentOrders.ofOrder(tx, id).stream().map(FulfilmentOrderView::of).toList(),
        decisions.ofOrder(tx, id).stream().findFirst().map(DecisionView::of).orElse(null),
        exceptions.ofOrder(tx, id).stream()
            .filter(found -> found.closing() == null)
            .map(ExceptionView::of)
            .toList());
  }
}
