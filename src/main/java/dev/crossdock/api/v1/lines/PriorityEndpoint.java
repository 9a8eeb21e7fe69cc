package dev.crossdock.api.v1.lines;

import dev.crossdock.api.v1.lines.OrderCommands.Done;
import dev.crossdock.api.web.ApiCall;
import dev.crossdock.api.web.Items;
import dev.crossdock.api.web.Refusal;
import dev.crossdock.orders.OrderCommand;
import dev.crossdock.platform.security.RequiresScope;
import dev.crossdock.platform.security.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who comes first when units are scarce. */
@RestController
class PriorityEndpoint {

  private static final int MOST = 1_000;

  private final OrderCommands orders;

  PriorityEndpoint(OrderCommands orders) {
    this.orders = orders;
  }

  /** From -1000 to 1000: the higher, the sooner. */
  record PriorityBody(@Nullable Long priority, @Nullable String reason) {}

  @PutMapping("/api/v1/orders/{id}/priority")
  @RequiresScope(Scope.ORDERS_WRITE)
  ResponseEntity<Done> put(ApiCall call, @PathVariable UUID id, @RequestBody PriorityBody body) {
    Long priority = body.priority();
    if (priority == null || Math.abs(priority) > MOST) {
      throw Refusal.invalid(List.of(Items.error(0, "priority", "range", "A whole number from -1000 to 1000.")));
    }
    return orders.run(
        call, id, new OrderCommand.SetPriority(Math.toIntExact(priority), OrderCommands.reason(body.reason())));
  }
}
