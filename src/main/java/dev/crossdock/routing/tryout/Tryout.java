package dev.crossdock.routing.tryout;

import dev.crossdock.orders.Order;
import dev.crossdock.routing.Decisions.Decision;
import dev.crossdock.routing.RoutingPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be decided on an order at this moment.
 *
 * @param order as it is stored, or was pasted
 * @param stored whether it is stored
 * @param whole whether it was planned as if no hold were open and no location had anything of it
 * @param label the policy that was asked
 * @param outlay what the plan comes to; null where no policy was asked
 * @param decided the last decision on the order; null where there was none
 * @param had what the way that the order has now comes to; null where it has none
 * @param moves units that would go another way than they do
 */
public record Tryout(
    Order order,
    boolean stored,
    boolean whole,
    String label,
    RoutingPlan plan,
    @Nullable Outlay outlay,
    @Nullable Decision decided,
    @Nullable Outlay had,
    List<Move> moves,
    Instant at) {

  public Tryout {
    moves = List.copyOf(moves);
  }
}
