package dev.crossdock.api.v1.lines;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.inventory.ItemError;
import dev.crossdock.inventory.transfers.Transfer;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import dev.crossdock.routing.LineTransfers;
import dev.crossdock.routing.LineTransfers.Outcome;
import dev.crossdock.routing.LineTransfers.Wish;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Brings what a line lacks from elsewhere, and lets its order wait for it. */
@RestController
class LineTransferEndpoint {

  private final OrderCommands orders;
  private final LineTransfers transfers;

  LineTransferEndpoint(OrderCommands orders, LineTransfers transfers) {
    this.orders = orders;
    this.transfers = transfers;
  }

  /**
   * A transfer for a line.
   *
   * @param from where the units lie
   * @param to where they are to be shipped from
   * @param units all that wait without a promise, when it is absent
   * @param expectedOn when they arrive; the line is promised that day
   */
  record Body(
      @Nullable String from, @Nullable String to, @Nullable Long units, @Nullable LocalDate expectedOn) {}

  /** The order, and the transfer that it waits for. */
  record Requested(UUID order, int version, String headline, UUID transfer, String number) {}

  @PostMapping("/api/v1/orders/{id}/lines/{line}/transfer")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Requested> transfer(
      ApiCall call, @PathVariable UUID id, @PathVariable int line, @RequestBody Body body) {
    String from = given("from", body.from());
    String to = given("to", body.to());
    Wish wish =
        new Wish(new OrderId(id), line, from, to, LinesEndpoint.units(body.units()), body.expectedOn());
    return orders.race(call, Requested.class, tx -> requested(tx, wish));
  }

  private Requested requested(Tx tx, Wish wish) {
    return switch (transfers.request(tx, wish)) {
      case Outcome.Requested(Order order, Transfer made) ->
          new Requested(
              order.id().value(), order.version(), order.headline().word().name(), made.id(), made.number());
      case Outcome.Refused(OrderRefusal refusal) -> throw OrderCommands.refused(refusal);
      case Outcome.Invalid(List<ItemError> errors) ->
          throw Refusal.invalid(
              errors.stream().map(e -> Items.error(0, e.field(), e.rule(), e.sentence())).toList());
    };
  }

  private static String given(String field, @Nullable String value) {
    if (value == null) {
      throw Refusal.invalid(List.of(Items.error(0, field, "required", "This must be given.")));
    }
    return value;
  }
}
