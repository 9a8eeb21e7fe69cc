package dev.crossdock.orders.history;

import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.internal.BuyerStore;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the buyers of orders ordered before; tests and cancelled orders do not count. */
public final class BuyerHistory {

  private final BuyerStore store = new BuyerStore();

  /**
   * Of whom somebody asks.
   *
   * @param until orders that were taken in until then
   * @param contacts records of the order's buyer
   */
  public record Question(OrderId order, Instant until, Set<UUID> contacts) {
    public Question {
      contacts = Set.copyOf(contacts);
    }
  }

  /**
   * What came before an order.
   *
   * @param latest the last of them, at most three, the last one first
   */
  public record Before(int orders, List<OrderId> latest) {
    public Before {
      latest = List.copyOf(latest);
    }
  }

  /** By order, in one statement; orders of newcomers are absent. */
  public Map<OrderId, Before> before(Tx tx, List<Question> questions) {
    return questions.isEmpty() ? Map.of() : store.before(tx, questions);
  }
}
