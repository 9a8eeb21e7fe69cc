package dev.crossdock.fulfilment;

import dev.crossdock.fulfilment.internal.FulfilmentReads;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads fulfilment orders. */
public final class FulfilmentOrders {

  private final FulfilmentReads reads = new FulfilmentReads();

  /**
   * The work of one location for an order.
   *
   * @param type what kind of place works on it: {@code WAREHOUSE}
   * @param work how far the work has come: {@code OPEN}, {@code SHIPPED}
   * @param handshake how far the place has agreed to it: {@code UNSUBMITTED}
   */
  public record FulfilmentOrder(
      UUID id,
      String number,
      String location,
      String type,
      String work,
      String handshake,
      @Nullable Instant shipBy,
      Instant createdAt,
      List<Item> items) {

    public FulfilmentOrder {
      items = List.copyOf(items);
    }

    public int units() {
      return items.stream().mapToInt(Item::units).sum();
    }
  }

  /** Units of a SKU for a line of the order. */
  public record Item(int line, String sku, int units) {}

  /** The fulfilment orders of an order, in the order of their numbers. */
  public List<FulfilmentOrder> ofOrder(Tx tx, OrderId order) {
    return reads.ofOrder(tx, order.value());
  }
}
