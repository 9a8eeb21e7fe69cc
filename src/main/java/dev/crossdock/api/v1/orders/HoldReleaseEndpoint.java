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
import java.time.Instant;
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

  /** What was released, when, and by which key. */
  record Released(UUID order, UUID hold, Instant at, String by) {}

  @PostMapping("/api/v1/orders/{id}/holds/{hold}/release")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Released> release(
      ApiCall call, @PathVariable UUID id, @PathVariable UUID hold, @RequestBody ReleaseBody body) {
    String note = note(body.note());
    String by = call.caller().actor().id();
    OrderCommand command = new OrderCommand.ReleaseHold(hold, by, true, note);
    return commands.write(
        call,
        Released.class,
        tx -> {
          release(tx, new OrderId(id), command);
          return new Released(id, hold, tx.now(), by);
        });
  }

  private void release(Tx tx, OrderId id, OrderCommand command) {
    if (!reads.exists(tx, id)) {
      throw Refusal.notFound("There is no such order.");
    }
    OrderDecision decision = orders.execute(tx, id, command);
    if (decision instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      throw refusal instanceof OrderRefusal.NoSuchHold
          ? Refusal.notFound(refusal.sentence())
          : Refusal.conflict(refusal.sentence());
    }
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
