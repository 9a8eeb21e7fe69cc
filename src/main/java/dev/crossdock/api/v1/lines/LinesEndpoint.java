package dev.crossdock.api.v1.lines;

import dev.crossdock.api.v1.lines.OrderCommands.Done;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.LineCommands;
import dev.crossdock.routing.LineCommands.Displacement;
import dev.crossdock.routing.LineCommands.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people do about lines that found no stock. */
@RestController
class LinesEndpoint {

  private static final long UNITS_MAX = 1_000_000_000;

  private final OrderCommands orders;
  private final LineCommands lines;

  LinesEndpoint(OrderCommands orders, LineCommands lines) {
    this.orders = orders;
    this.lines = lines;
  }

  /** All that are left of the line, when units is absent. */
  record CancelBody(@Nullable Long units, @Nullable String reason) {}

  /** The units that wait without a promise are authorised for that day; by what is authorised, when it is absent. */
  record BackorderBody(@Nullable LocalDate promisedOn) {}

  record SubstituteBody(@Nullable String sku, @Nullable String reason) {}

  /**
   * Units of another order.
   *
   * @param from the order that loses them; they must be reserved and not released to a location
   * @param fromLine its first line of the same SKU that has some, when it is absent
   * @param units as many as both sides allow, when it is absent
   * @param force also from an order whose priority is not lower
   */
  record DisplaceBody(
      @Nullable UUID from,
      @Nullable Integer fromLine,
      @Nullable Long units,
      @Nullable Boolean force,
      @Nullable String reason) {}

  @PostMapping("/api/v1/orders/{id}/lines/{line}/cancel")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> cancel(
      ApiCall call, @PathVariable UUID id, @PathVariable int line, @RequestBody CancelBody body) {
    Integer units = units(body.units());
    String reason = OrderCommands.reason(body.reason());
    return run(call, tx -> lines.cancel(tx, new OrderId(id), line, units, reason));
  }

  @PostMapping("/api/v1/orders/{id}/lines/{line}/backorder")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> backorder(
      ApiCall call, @PathVariable UUID id, @PathVariable int line, @RequestBody BackorderBody body) {
    return run(call, tx -> lines.backorder(tx, new OrderId(id), line, body.promisedOn()));
  }

  @PostMapping("/api/v1/orders/{id}/lines/{line}/substitute")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> substitute(
      ApiCall call, @PathVariable UUID id, @PathVariable int line, @RequestBody SubstituteBody body) {
    String sku = body.sku();
    if (sku == null) {
      throw Refusal.invalid(List.of(Items.error(0, "sku", "required", "This must be given.")));
    }
    String reason = OrderCommands.reason(body.reason());
    return run(call, tx -> lines.substitute(tx, new OrderId(id), line, sku, reason));
  }

  @PostMapping("/api/v1/orders/{id}/lines/{line}/displace")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> displace(
      ApiCall call, @PathVariable UUID id, @PathVariable int line, @RequestBody DisplaceBody body) {
    UUID from = body.from();
    if (from == null) {
      throw Refusal.invalid(List.of(Items.error(0, "from", "required", "This must be given.")));
    }
    Displacement asked =
        new Displacement(
            new OrderId(id), line, new OrderId(from), body.fromLine(), units(body.units()),
            Boolean.TRUE.equals(body.force()), OrderCommands.reason(body.reason()));
    return run(call, tx -> lines.displace(tx, asked));
  }

  private ResponseEntity<Done> run(ApiCall call, Function<Tx, Outcome> work) {
    return orders.race(
        call,
        Done.class,
        tx ->
            switch (work.apply(tx)) {
              case Outcome.Done(Order order) -> Done.of(order);
              case Outcome.Refused(OrderRefusal refusal) -> throw OrderCommands.refused(refusal);
              case Outcome.Invalid(List<ItemError> errors) ->
                  throw Refusal.invalid(
                      errors.stream().map(e -> Items.error(0, e.field(), e.rule(), e.sentence())).toList());
            });
  }

  static @Nullable Integer units(@Nullable Long units) {
    if (units != null && (units < 1 || units > UNITS_MAX)) {
      throw Refusal.invalid(
          List.of(Items.error(0, "units", "range", "It must be 1 to 1,000,000,000 units.")));
    }
    return units == null ? null : Math.toIntExact(units);
  }
}
