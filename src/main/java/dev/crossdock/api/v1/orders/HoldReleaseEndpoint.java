package dev.crossdock.api.v1.orders;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.Orders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.http.Problem.FieldError;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an order go on that was held; the same finding does not hold it again. */
@RestController
class HoldReleaseEndpoint {

  private static final int NOTE_MAX = 500;

  private final Commands commands;
  private final Orders orders;
  private final OrderReads reads;

  HoldReleaseEndpoint(Commands commands, Orders orders, OrderReads reads) {
    this.commands = commands;
    this.orders = orders;
    this.reads = reads;
  }

  /** Why it is released, for the history. */
  record ReleaseBody(@Nullable String note) {}

  @PostMapping("/api/v1/orders/{id}/holds/{hold}/release")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<OrderView> release(
      ApiCall call, @PathVariable UUID id, @PathVariable UUID hold, @RequestBody ReleaseBody body) {
    String note = note(body.note());
    OrderCommand command = new OrderCommand.ReleaseHold(hold, call.caller().actor().id(), true, note);
    return commands.write(call, OrderView.class, tx -> release(tx, new OrderId(id), command));
  }

  private OrderView release(Tx tx, OrderId id, OrderCommand command) {
    if (!reads.exists(tx, id)) {
      throw Refusal.notFound("There is no such order.");
    }
    return switch (orders.execute(tx, id, command)) {
      case OrderDecision.Accepted _ ->
          reads.order(tx, id).orElseThrow(() -> new IllegalStateException("order " + id + " is gone"));
      case OrderDecision.Refused(OrderRefusal.NoSuchHold refusal) -> throw Refusal.notFound(refusal.sentence());
      case OrderDecision.Refused(OrderRefusal refusal) -> throw Refusal.conflict(refusal.sentence());
    };
  }

  private static String note(@Nullable String note) {
    if (note == null || note.isBlank()) {
      throw Refusal.invalid(List.of(new FieldError("/note", "required", "Say why it is released.")));
    }
    if (note.length() > NOTE_MAX || note.indexOf('\0') >= 0) {
      throw Refusal.invalid(List.of(new FieldError("/note", "format", "At most " + NOTE_MAX + " characters.")));
    }
    return note.strip();
  }
}
