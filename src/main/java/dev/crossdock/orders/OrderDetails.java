package dev.crossdock.orders;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalHistory;
import java.util.List;
import java.util.Optional;

/** One order with all that happened to it: as it is now, and as it was after any of its events. */
public final class OrderDetails {

  private final OrderCodec codec;

  public OrderDetails(OrderCodec codec) {
    this.codec = codec;
  }

  /** One thing that happened: who did it and when, and what it was. */
  public record Entry(JournalEvent fact, OrderEvent event) {}

  /** An order's events, the first one first; at least one. */
  public record History(OrderId id, List<Entry> entries) {

    public History {
      entries = List.copyOf(entries);
    }

    /** The order as it is now. */
    public Order order() {
      return at(entries.size());
    }

    /** The order as it was after so many events, from 1. */
    public Order at(int version) {
      return OrderCodec.fold(id, entries.subList(0, Math.clamp(version, 1, entries.size())).stream().map(Entry::event));
    }
  }

  public Optional<History> find(Tx tx, OrderId id) {
    List<Entry> entries = JournalHistory.ofStream(tx, id.stream()).stream()
        .map(fact -> new Entry(fact, codec.decode(fact.type(), fact.payload())))
        .toList();
    return entries.isEmpty() ? Optional.empty() : Optional.of(new History(id, entries));
  }
}
