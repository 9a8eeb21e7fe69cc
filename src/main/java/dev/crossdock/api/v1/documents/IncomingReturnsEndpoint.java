package dev.crossdock.api.v1.documents;

import dev.crossdock.api.v1.documents.Answers.Required;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.LotBody;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.inventory.returning.Disposition;
import dev.crossdock.inventory.returning.IncomingReturn;
import dev.crossdock.inventory.returning.IncomingReturns;
import dev.crossdock.inventory.returning.ReturnCommand;
import dev.crossdock.inventory.returning.ReturnInput;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** Returns on their way. */
@RestController
class IncomingReturnsEndpoint {

  private final Documents<IncomingReturn, IncomingReturnView> documents;
  private final IncomingReturns returns;

  IncomingReturnsEndpoint(Commands commands, IncomingReturns returns) {
    this.documents =
        new Documents<>(
            commands,
            new Documents.Traits<>(
                IncomingReturnView.class, IncomingReturnView::of, IncomingReturn::id, IncomingReturn::version));
    this.returns = returns;
  }

  /**
   * What arrived.
   *
   * @param reference of the delivery: the same again changes nothing
   * @param disposition {@code RESTOCK}, {@code DAMAGED} or {@code QUALITY_CONTROL}
   * @param happenedAt now, when it is absent
   * @param lots which lots, where the SKU is kept by lot: they add up to the units
   * @param serials which serial numbers, where the SKU has them
   */
  record ReturnReceiptBody(
      @Nullable String reference,
      @Nullable Long units,
      @Nullable String disposition,
      @Nullable Instant happenedAt,
      @Nullable List<@Nullable LotBody> lots,
      @Nullable List<@Nullable String> serials) {

    ReturnCommand.Receive command(Instant now) {
      return new ReturnCommand.Receive(
          Answers.given(reference), Answers.given(units), asked().orElseThrow(),
          Objects.requireNonNullElse(happenedAt, now), LotBody.units(lots, serials));
    }

    void check() {
      Required required =
          new Required().of("reference", reference).of("units", units).of("disposition", disposition);
      if (disposition != null && asked().isEmpty()) {
        required.refuse("disposition", "unknown", "RESTOCK, DAMAGED or QUALITY_CONTROL.");
      }
      required.check();
    }

    private Optional<Disposition> asked() {
      return Arrays.stream(Disposition.values()).filter(known -> known.name().equals(disposition)).findFirst();
    }
  }

  @PostMapping("/api/v1/incoming-returns")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<IncomingReturnView> announce(ApiCall call, @RequestBody IncomingReturnBody body) {
    ReturnInput input = body.input();
    return documents.create(call, tx -> returns.announce(tx, input));
  }

  @GetMapping("/api/v1/incoming-returns")
  @RequiresScope(Scope.STOCK_READ)
  Page<IncomingReturnView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String q) {
    return documents.list(call, page, state, q, returns::list);
  }

  @GetMapping("/api/v1/incoming-returns/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<IncomingReturnView> get(ApiCall call, @PathVariable UUID id) {
    return documents.get(call, tx -> returns.find(tx, id));
  }

  @PostMapping("/api/v1/incoming-returns/{id}/receipts")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<IncomingReturnView> receive(
      ApiCall call, @PathVariable UUID id, @RequestBody ReturnReceiptBody body) {
    body.check();
    return execute(call, id, body::command);
  }

  @PostMapping("/api/v1/incoming-returns/{id}/close")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<IncomingReturnView> close(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new ReturnCommand.Close());
  }

  @PostMapping("/api/v1/incoming-returns/{id}/cancel")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<IncomingReturnView> cancel(ApiCall call, @PathVariable UUID id) {
    return execute(call, id, now -> new ReturnCommand.Cancel());
  }

  private ResponseEntity<IncomingReturnView> execute(
      ApiCall call, UUID id, Function<Instant, ReturnCommand> command) {
    return documents.execute(call, tx -> returns.execute(tx, id, command.apply(tx.now())));
  }
}
