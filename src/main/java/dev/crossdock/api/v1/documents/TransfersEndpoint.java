package dev.crossdock.api.v1.documents;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.inventory.lots.ArrivedLot;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.inventory.transfers.TransferCommand;
import dev.crossdock.inventory.transfers.TransferCommand.Units;
import dev.crossdock.inventory.transfers.TransferInput;
import dev.crossdock.inventory.transfers.Transfers;
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

/** Stock on its way from one location to another. */
@RestController
class TransfersEndpoint {

  private final Documents<Transfer, TransferView> documents;
  private final Transfers transfers;

  TransfersEndpoint(Commands commands, Transfers transfers) {
    this.documents =
        new Documents<>(
            commands,
            new Documents.Traits<>(TransferView.class, TransferView::of, Transfer::id, Transfer::version));
    this.transfers = transfers;
  }

  @PostMapping("/api/v1/transfers")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<TransferView> request(ApiCall call, @RequestBody TransferBody body) {
    TransferInput input = body.input();
    return documents.create(call, tx -> transfers.request(tx, input));
  }

  @GetMapping("/api/v1/transfers")
  @RequiresScope(Scope.STOCK_READ)
  Page<TransferView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    return documents.list(call, page, state, q, transfers::list);
  }

  @GetMapping("/api/v1/transfers/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<TransferView> get(ApiCall call, @PathVariable UUID id) {
    return documents.get(call, tx -> transfers.find(tx, id));
  }

  @PostMapping("/api/v1/transfers/{id}/ship")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<TransferView> ship(ApiCall call, @PathVariable UUID id, @RequestBody ShipmentBody body) {
    List<Units> lines = body.units();
    return execute(
        call,
        id,
        now -> new TransferCommand.Ship(lines, Objects.requireNonNullElse(body.happenedAt(), now)));
  }

  @PostMapping("/api/v1/transfers/{id}/receipts")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<TransferView> receive(ApiCall call, @PathVariable UUID id, @RequestBody ReceiptBody body) {
    List<Units> lines = body.checked().stream().map(TransfersEndpoint::units).toList();
    return execute(
        call,
        id,
        now ->
            new TransferCommand.Receive(
                Answers.given(body.reference()), lines, Objects.requireNonNullElse(body.happenedAt(), now)));
  }

  @PostMapping("/api/v1/transfers/{id}/complete")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<TransferView> complete(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new TransferCommand.Complete());
  }

  @PostMapping("/api/v1/transfers/{id}/cancel")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<TransferView> cancel(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new TransferCommand.Cancel());
  }

  private ResponseEntity<TransferView> execute(ApiCall call, UUID id, Function<Instant, TransferCommand> command) {
    return documents.execute(call, tx -> transfers.execute(tx, id, command.apply(tx.now())));
  }

  private static Units units(ReceiptBody.Line line) {
    return new Units(
        Answers.given(line.line()),
        Answers.given(line.units()),
        line.damagedUnits() + line.qualityControlUnits(),
        line.arrived().stream()
            .map(lot -> new ArrivedLot(lot.lot(), lot.damaged() + lot.qualityControl(), 0))
            .toList());
  }
}
