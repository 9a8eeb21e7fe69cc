package dev.crossdock.orders.history;

import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderEvent;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.internal.PastOrderStore;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalHistory;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether orders left when they should. */
public final class Punctuality {

  private final PastOrderStore store = new PastOrderStore();
  private final OrderCodec codec = new OrderCodec();

  /**
   * Those of the orders whose day to leave is over, and whether each is late: it has not left, or left afterwards.
   * Orders of which nothing was or is to be shipped are left out.
   */
  public Map<UUID, Boolean> due(Tx tx, Collection<UUID> orders) {
    Map<UUID, Boolean> late = new HashMap<>();
    Map<String, PastOrderStore.Due> left = new HashMap<>();
    for (PastOrderStore.Due due : orders.isEmpty() ? List.<PastOrderStore.Due>of() : store.due(tx, orders)) {
      late.put(due.order(), due.open());
      // What was last changed in time has left in time; of the rest the journal knows.
      if (!due.open() && due.updatedAt().isAfter(due.shipBy())) {
        left.put(new OrderId(due.order()).stream(), due);
      }
    }
    JournalHistory.ofStreams(tx, left.keySet()).forEach(
        (stream, events) -> {
          PastOrderStore.Due due = left.get(stream);
          if (due != null) {
            late.put(due.order(), leftAfter(events, due.shipBy()));
          }
        });
    return late;
  }

  private boolean leftAfter(List<JournalEvent> events, Instant shipBy) {
    return events.stream()
        .filter(event -> event.happenedAt().isAfter(shipBy))
        .anyMatch(event -> codec.decode(event.type(), event.payload()) instanceof OrderEvent.UnitsShipped);
  }
}
