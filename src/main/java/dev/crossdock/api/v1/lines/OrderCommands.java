package dev.crossdock.api.v1.lines;

import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Commands;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderBatch;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.orders.OrderDecision;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.OrderRefusal;
import dev.crossdock.orders.Orders;
import dev.crossdock.orders.StaleOrders;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Runs commands on orders, and again when another transaction was faster. */
@Component
class OrderCommands {

  private static final int RACES_MAX = 5;
  private static final int REASON_MAX = 500;

  private final Commands commands;
  private final Orders orders;

  OrderCommands(Commands commands, Orders orders) {
    this.commands = commands;
    this.orders = orders;
  }

  /** What a command left: the order's version now, and the place of the line's units where it was about a line. */
  record Done(UUID order, int version, String headline) {
    static Done of(Order order) {
      return new Done(order.id().value(), order.version(), order.headline().word().name());
    }
  }

  /** One command on one order. */
  ResponseEntity<Done> run(ApiCall call, UUID id, OrderCommand command) {
    return race(call, Done.class, tx -> execute(tx, id, command));
  }

  <T> ResponseEntity<T> race(ApiCall call, Class<T> type, Function<Tx, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return commands.write(call, type, work);
      } catch (StaleOrders stale) {
        if (attempt == RACES_MAX) {
          throw Refusal.conflict("Others keep changing the same order or stock. Look again, then repeat it.");
        }
      }
    }
  }

  Done execute(Tx tx, UUID id, OrderCommand command) {
    OrderBatch batch = orders.batch(tx);
    OrderId order = new OrderId(id);
    batch.loadById(List.of(order));
    if (batch.execute(order, command) instanceof OrderDecision.Refused(OrderRefusal refusal)) {
      throw refused(refusal);
    }
    batch.store();
    return Done.of(batch.order(order).orElseThrow());
  }

  Orders orders() {
    return orders;
  }

  static RuntimeException refused(OrderRefusal refusal) {
    return switch (refusal) {
      case OrderRefusal.Unknown unknown -> Refusal.notFound(unknown.sentence());
      case OrderRefusal.NoSuchLine missing -> Refusal.notFound(missing.sentence());
      case OrderRefusal.NotNewer _,
          OrderRefusal.AlreadyEnded _,
          OrderRefusal.NothingLeft _,
          OrderRefusal.NoSuchHold _,
          OrderRefusal.NoSuchWork _,
          OrderRefusal.Held _,
          OrderRefusal.PlanOutdated _,
          OrderRefusal.LineNotReady _,
          OrderRefusal.NotLowerPriority _ -> Refusal.conflict(refusal.sentence());
    };
  }

  static String reason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.invalid(List.of(Items.error(0, "reason", "required", "Say why, for the history.")));
    }
    if (reason.length() > REASON_MAX || reason.indexOf('\0') >= 0) {
      throw Refusal.invalid(
          List.of(Items.error(0, "reason", "format", "At most " + REASON_MAX + " characters.")));
    }
    return reason.strip();
  }
}
