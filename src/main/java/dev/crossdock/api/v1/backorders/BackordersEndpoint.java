package dev.crossdock.api.v1.backorders;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.backorders.Authorisation;
import dev.crossdock.inventory.backorders.AuthorisationChange;
import dev.crossdock.inventory.backorders.AuthorisationInput;
import dev.crossdock.inventory.backorders.Backorders;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Units that may be sold before they are there. */
@RestController
class BackordersEndpoint {

  private final Commands commands;
  private final Backorders backorders;
  private final Routing routing;

  BackordersEndpoint(Commands commands, Backorders backorders, Routing routing) {
    this.commands = commands;
    this.backorders = backorders;
    this.routing = routing;
  }

  /** Other terms; what is absent stays as it is. */
  record ChangeBody(
      @Nullable Long units,
      @Nullable LocalDate promisedOn,
      @Nullable LocalDate releaseOn,
      @Nullable LocalDate endsOn) {}

  @PostMapping("/api/v1/backorder-authorisations")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<AuthorisationView> authorise(ApiCall call, @RequestBody AuthorisationBody body) {
    AuthorisationInput input = body.input();
    return commands.reply(
        call,
        AuthorisationView.class,
        tx -> new Reply<>(HttpStatus.CREATED, told(tx, backorders.authorise(tx, input))));
  }

  @GetMapping("/api/v1/backorder-authorisations")
  @RequiresScope(Scope.STOCK_READ)
  Page<AuthorisationView> list(
      ApiCall call, PageRequest page, @RequestParam(required = false) @Nullable String sku) {
    if (sku != null && sku.indexOf('\0') >= 0) {
      throw Refusal.parameter("sku", "It holds a character that no SKU has.");
    }
    List<Authorisation> found =
        commands.read(call, tx -> backorders.list(tx, sku, page.afterId(), page.probe()));
    return page.page(found.stream().map(AuthorisationView::of).toList(), view -> view.id().toString());
  }

  @GetMapping("/api/v1/backorder-authorisations/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<AuthorisationView> get(ApiCall call, @PathVariable UUID id) {
    Authorisation found =
        commands
            .read(call, tx -> backorders.find(tx, id))
            .orElseThrow(() -> Refusal.notFound("There is no such authorisation."));
    return ResponseEntity.ok().eTag("\"" + found.version() + "\"").body(AuthorisationView.of(found));
  }

  @PostMapping("/api/v1/backorder-authorisations/{id}/change")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<AuthorisationView> change(ApiCall call, @PathVariable UUID id, @RequestBody ChangeBody body) {
    AuthorisationChange change =
        new AuthorisationChange(body.units(), body.promisedOn(), body.releaseOn(), body.endsOn());
    return commands.write(call, AuthorisationView.class, tx -> told(tx, backorders.change(tx, id, change)));
  }

  @PostMapping("/api/v1/backorder-authorisations/{id}/close")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<AuthorisationView> close(ApiCall call, @PathVariable UUID id) {
    return commands.write(call, AuthorisationView.class, tx -> told(tx, backorders.close(tx, id)));
  }

  /** Whoever waits for the SKU may be sold ahead now. */
  private AuthorisationView told(Tx tx, Decided<Authorisation> decided) {
    return switch (decided) {
      case Decided.Accepted<Authorisation>(Authorisation done) -> {
        routing.stockRose(tx, done.closedAt() == null ? Set.of(done.sku()) : Set.of());
        yield AuthorisationView.of(done);
      }
      case Decided.Refused<Authorisation>(List<ItemError> errors) -> throw refusal(errors);
    };
  }

  private static RuntimeException refusal(List<ItemError> errors) {
    ItemError first = errors.getFirst();
    return switch (first.rule()) {
      case "missing" -> Refusal.notFound("There is no such authorisation.");
      case "state" -> Refusal.conflict(first.sentence());
      default ->
          Refusal.invalid(
              errors.stream().map(e -> Items.error(0, e.field(), e.rule(), e.sentence())).toList());
    };
  }
}
