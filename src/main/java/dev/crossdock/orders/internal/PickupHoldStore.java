package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds orders of which nobody knows where they are collected. */
public final class PickupHoldStore {

  private static final String HELD =
      """
      select h.order_id, h.evidence ->> 'pickupAt' as told
      from hold h
      where h.merchant = :merchant and h.reason = 'PICKUP_PLACE' and h.released_at is null
      order by h.opened_at, h.order_id
      limit :limit
      """;

  /**
   * An order that is held.
   *
   * @param told the channel's name for the place; null where it tells none
   */
  public record Held(OrderId order, @Nullable String told) {}

  /** The first ones first. */
  public List<Held> held(Tx tx, int limit) {
    return tx.sql(HELD)
        .param("limit", limit)
        .query((row, n) -> new Held(new OrderId(row.getObject("order_id", UUID.class)), row.getString("told")))
        .list();
  }
}
