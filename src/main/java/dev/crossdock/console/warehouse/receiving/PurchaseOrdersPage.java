package dev.crossdock.console.warehouse.receiving;

import dev.crossdock.console.kit.Badge;
import dev.crossdock.console.kit.Block;
import dev.crossdock.console.kit.Grid.Cell;
import dev.crossdock.console.kit.Grid.Column;
import dev.crossdock.console.kit.Grid;
import dev.crossdock.console.kit.Icon;
import dev.crossdock.console.kit.Role;
import dev.crossdock.console.shell.Visit;
import dev.crossdock.console.warehouse.Change;
import dev.crossdock.console.warehouse.Listed;
import dev.crossdock.console.warehouse.Listing;
import dev.crossdock.console.warehouse.Sent;
import dev.crossdock.console.warehouse.StockNav;
import dev.crossdock.console.warehouse.Work;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderState;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists purchase orders, and shows each. Whoever scans a number that is one's own goes straight to its receipt. */
@RestController
class PurchaseOrdersPage {

  private static final Listing LISTING = new Listing(
      StockNav.PURCHASE_ORDERS, List.of(new Block.Action("New purchase order", href("new"))),
      List.of(
          new Listing.State("OPEN", "Open"), new Listing.State("RECEIVED", "Received"),
          new Listing.State("CLOSED", "Closed"), new Listing.State("CANCELLED", "Cancelled")),
      "Number, supplier or SKU", "", "", null);

  private static final List<Column> COLUMNS = List.of(
      Column.text("Purchase order"), Column.text("State"), Column.text("Supplier"), Column.text("To"),
      Column.text("Expected"), Column.number("Lines"), Column.number("Ordered"), Column.number("Still to come"),
      Column.text("Placed"));

  private final Work work;
  private final PurchaseOrders orders;

  PurchaseOrdersPage(Work work, PurchaseOrders orders) {
    this.work = work;
    this.orders = orders;
  }

  static String href(Object id) {
    return StockNav.PURCHASE_ORDERS.href() + "/" + id;
  }

  /** Where its number leads: to its receipt while there is something to receive. */
  private static String scanned(PurchaseOrder order) {
    return href(order.id()) + (order.state() == PurchaseOrderState.OPEN ? "/receive" : "");
  }

  @GetMapping("/console/stock/purchase-orders")
  ResponseEntity<String> list(
      Visit visit,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after) {
    return work.list(visit, LISTING.asked(state, q, after), new Listed<>(
        "Purchase orders, the latest first", COLUMNS, orders::list,
        PurchaseOrder::id, PurchaseOrder::number, PurchaseOrdersPage::scanned,
        (names, order) -> row(visit, names, order)));
  }

  @GetMapping("/console/stock/purchase-orders/{id}")
  ResponseEntity<String> page(Visit visit, @PathVariable UUID id) {
    return work.read(visit, tx -> orders.find(tx, id)
            .map(order -> new PurchaseOrderMaker(
                    order, work.names(tx), work.codes().named(tx, PurchaseOrderMaker.skus(order)), Map.of(),
                    visit.watch())
                .view(work.key())))
        .map(view -> work.document(visit, view))
        .orElseGet(() -> work.missing(visit, StockNav.PURCHASE_ORDERS));
  }

  @PostMapping("/console/stock/purchase-orders/{id}/close")
  ResponseEntity<String> close(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    return command(visit, request, id, form, "Rest closed", new PurchaseOrderCommand.Close());
  }

  @PostMapping("/console/stock/purchase-orders/{id}/cancel")
  ResponseEntity<String> cancel(
      Visit visit,
      HttpServletRequest request,
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> form) {
    return command(visit, request, id, form, "Purchase order cancelled", new PurchaseOrderCommand.Cancel());
  }

  private ResponseEntity<String> command(
      Visit visit, HttpServletRequest request, UUID id, MultiValueMap<String, String> form, String done,
      PurchaseOrderCommand command) {
    return work.command(visit, request, new Sent(form), request.getRequestURI(), href(id), new Change<>(
        tx -> orders.find(tx, id), PurchaseOrder::version, tx -> orders.execute(tx, id, command), done));
  }

  private static Grid.Row row(Visit visit, Map<String, String> names, PurchaseOrder order) {
    return Grid.Row.of(
        "po-" + order.id(),
        Cell.link(order.number(), href(order.id())),
        Cell.badge(badge(order)),
        Cell.of(order.supplier()),
        Cell.of(names.getOrDefault(order.location(), order.location())),
        Cell.of(order.expectedOn() == null ? "" : visit.watch().day(order.expectedOn())),
        Cell.of(order.lines().size()),
        Cell.of(order.lines().stream().mapToLong(PurchaseOrder.Line::ordered).sum()),
        Cell.unlessZero(order.state() == PurchaseOrderState.OPEN ? order.outstanding() : 0),
        Cell.when(visit.watch().when(order.createdAt())));
  }

  static Badge badge(PurchaseOrder order) {
    boolean partly = order.lines().stream().anyMatch(line -> line.received() > 0);
    return switch (order.state()) {
      case OPEN -> partly
          ? Badge.of(Role.PROGRESS, Icon.PIP_HALF, "Partly received")
          : Badge.of(Role.EXTERNAL, Icon.TRUCK, "Open");
      case RECEIVED -> Badge.of(Role.SUCCESS, Icon.CHECK, "Received");
      case CLOSED -> Badge.of(Role.NEUTRAL, Icon.CHECK, "Closed");
      case CANCELLED -> Badge.of(Role.NEUTRAL, Icon.CROSS, "Cancelled");
    };
  }
}
