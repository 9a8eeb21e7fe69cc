package dev.crossdock.api.v1.documents;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Costs;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.inventory.receiving.PurchaseOrder;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand;
import dev.crossdock.inventory.receiving.PurchaseOrderCommand.Received;
import dev.crossdock.inventory.receiving.PurchaseOrderInput;
import dev.crossdock.inventory.receiving.PurchaseOrders;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods ordered from suppliers, and their arrival. */
@RestController
class PurchaseOrdersEndpoint {

  private final Documents<PurchaseOrder, PurchaseOrderView> documents;
  private final PurchaseOrders orders;

  PurchaseOrdersEndpoint(Commands commands, PurchaseOrders orders) {
    this.documents =
        new Documents<>(
            commands,
            new Documents.Traits<>(
                PurchaseOrderView.class, PurchaseOrderView::of, PurchaseOrder::id, PurchaseOrder::version));
    this.orders = orders;
  }

  @PostMapping("/api/v1/purchase-orders")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<PurchaseOrderView> place(ApiCall call, @RequestBody PurchaseOrderBody body) {
    PurchaseOrderInput input = body.input();
    return documents.create(call, tx -> orders.place(tx, input));
  }

  @GetMapping("/api/v1/purchase-orders")
  @RequiresScope(Scope.STOCK_READ)
  Page<PurchaseOrderView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    return documents.list(call, page, state, q, orders::list);
  }

  @GetMapping("/api/v1/purchase-orders/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<PurchaseOrderView> get(ApiCall call, @PathVariable UUID id) {
    return documents.get(call, tx -> orders.find(tx, id));
  }

  @PostMapping("/api/v1/purchase-orders/{id}/receipts")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<PurchaseOrderView> receive(ApiCall call, @PathVariable UUID id, @RequestBody ReceiptBody body) {
    List<Received> lines = body.checked().stream().map(PurchaseOrdersEndpoint::received).toList();
    return execute(
        call,
        id,
        now ->
            new PurchaseOrderCommand.Receive(
                Answers.given(body.reference()), lines, Objects.requireNonNullElse(body.happenedAt(), now)));
  }

  @PostMapping("/api/v1/purchase-orders/{id}/close")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<PurchaseOrderView> close(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new PurchaseOrderCommand.Close());
  }

  @PostMapping("/api/v1/purchase-orders/{id}/cancel")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<PurchaseOrderView> cancel(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new PurchaseOrderCommand.Cancel());
  }

  private ResponseEntity<PurchaseOrderView> execute(
      ApiCall call, UUID id, Function<Instant, PurchaseOrderCommand> command) {
    return documents.execute(call, tx -> orders.execute(tx, id, command.apply(tx.now())));
  }

  private static Received received(ReceiptBody.Line line) {
    return new Received(
        Answers.given(line.line()),
        Answers.given(line.units()),
        line.damagedUnits(),
        line.qualityControlUnits(),
        line.arrived(),
        Costs.of(line.unitCost()));
  }
}
