package dev.crossdock.api.v1.reservations;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands.Reply;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Page;
import dev.crossdock.api.web.PageRequest;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.checkout.CheckoutHold;
import dev.crossdock.inventory.checkout.CheckoutHolds;
import dev.crossdock.inventory.checkout.CheckoutInput;
import dev.crossdock.inventory.checkout.CheckoutQuery;
import dev.crossdock.inventory.checkout.CheckoutState;
import dev.crossdock.inventory.documents.Decided;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.Orders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.Routing;
import java.util.List;
import java.util.Objects;
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

/** Units kept for a checkout: nobody else can take them until they are ordered, released or expired. */
@RestController
class ReservationsEndpoint {

  private final Commands commands;
  private final CheckoutHolds holds;
  private final Orders orders;
  private final Routing routing;

  ReservationsEndpoint(Commands commands, CheckoutHolds holds, Orders orders, Routing routing) {
    this.commands = commands;
    this.holds = holds;
    this.orders = orders;
    this.routing = routing;
  }

  /** For how much longer, from now. */
  record ExtendBody(@Nullable Long ttlSeconds) {}

  /** The order that takes the units over. */
  record ClaimBody(@Nullable UUID order) {}

  @PostMapping("/api/v1/reservations")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ReservationView> hold(ApiCall call, @RequestBody ReservationBody body) {
    CheckoutInput input = body.input();
    return commands.reply(
        call,
        ReservationView.class,
        tx -> new Reply<>(HttpStatus.CREATED, ReservationView.of(accepted(holds.hold(tx, input)))));
  }

  @GetMapping("/api/v1/reservations")
  @RequiresScope(Scope.STOCK_READ)
  Page<ReservationView> list(
      ApiCall call,
      PageRequest page,
      @RequestParam(required = false) @Nullable CheckoutState state,
      @RequestParam(required = false) @Nullable String sku) {
    if (sku != null && sku.indexOf('\0') >= 0) {
      throw Refusal.parameter("sku", "It holds a character that no SKU has.");
    }
    CheckoutQuery query = new CheckoutQuery(state, sku, page.afterId(), page.probe());
    List<CheckoutHold> found = commands.read(call, tx -> holds.list(tx, query));
    return page.page(found.stream().map(ReservationView::of).toList(), view -> view.id().toString());
  }

  @GetMapping("/api/v1/reservations/{id}")
  @RequiresScope(Scope.STOCK_READ)
  ResponseEntity<ReservationView> get(ApiCall call, @PathVariable UUID id) {
    CheckoutHold hold = commands.read(call, tx -> holds.find(tx, id)).orElseThrow(ReservationsEndpoint::missing);
    return ResponseEntity.ok().eTag("\"" + hold.version() + "\"").body(ReservationView.of(hold));
  }

  @PostMapping("/api/v1/reservations/{id}/extend")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ReservationView> extend(ApiCall call, @PathVariable UUID id, @RequestBody ExtendBody body) {
    long ttl = Objects.requireNonNullElse(body.ttlSeconds(), ReservationBody.TTL_SECONDS_USUAL);
    return commands.write(
        call, ReservationView.class, tx -> ReservationView.of(accepted(holds.extend(tx, id, ttl))));
  }

  @PostMapping("/api/v1/reservations/{id}/release")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ReservationView> release(ApiCall call, @PathVariable UUID id) {
    return commands.write(
        call,
        ReservationView.class,
        tx -> {
          CheckoutHolds.Ended ended = accepted(holds.release(tx, id));
          routing.stockRose(tx, ended.rose());
          return ReservationView.of(ended.holds().getFirst());
        });
  }

  @PostMapping("/api/v1/reservations/{id}/claim")
  @RequiresScope(Scope.STOCK_WRITE)
  ResponseEntity<ReservationView> claim(ApiCall call, @PathVariable UUID id, @RequestBody ClaimBody body) {
    UUID order = body.order();
    if (order == null) {
      throw Refusal.invalid(List.of(Items.error(0, "order", "required", "This must be given.")));
    }
    return commands.write(call, ReservationView.class, tx -> ReservationView.of(claim(tx, id, new OrderId(order))));
  }

  private CheckoutHold claim(Tx tx, UUID id, OrderId order) {
    OrderBatch batch = orders.batch(tx);
    batch.loadById(List.of(order));
    if (batch.order(order).isEmpty()) {
      throw Refusal.invalid(List.of(Items.error(0, "order", "unknown", "There is no such order.")));
    }
    if (!routing.claim(tx, batch, order, id)) {
      throw unclaimed(tx, id, order);
    }
    batch.store();
    return holds.find(tx, id).orElseThrow(ReservationsEndpoint::missing);
  }

  private RuntimeException unclaimed(Tx tx, UUID id, OrderId order) {
    CheckoutHold hold = holds.find(tx, id).orElseThrow(ReservationsEndpoint::missing);
    return Refusal.conflict(
        hold.open(tx.now())
            ? "The order " + order + " waits for none of these units, or is not from this channel account."
            : CheckoutHolds.sentence(hold));
  }

  private static <D> D accepted(Decided<D> decided) {
    return switch (decided) {
      case Decided.Accepted<D>(D done) -> done;
      case Decided.Refused<D>(List<ItemError> errors) -> throw refusal(errors);
    };
  }

  private static RuntimeException refusal(List<ItemError> errors) {
    ItemError first = errors.getFirst();
    return switch (first.rule()) {
      case "missing" -> missing();
      case "state" -> Refusal.conflict(first.sentence());
      default ->
          Refusal.invalid(
              errors.stream().map(e -> Items.error(e.index(), e.field(), e.rule(), e.sentence())).toList());
    };
  }

  private static RuntimeException missing() {
    return Refusal.notFound("There is no such reservation.");
  }
}
