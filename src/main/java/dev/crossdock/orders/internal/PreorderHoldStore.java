package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Finds what pre-orders hold back. */
public final class PreorderHoldStore {

  private static final String HELD =
      """
      select h.order_id, h.id
      from hold h
      where h.merchant = :merchant and h.reason = 'PREORDER' and h.released_at is null
        and h.evidence ->> 'authorisation' = any(:authorisations::text[])
      order by h.opened_at, h.order_id, h.id
      limit :limit
      """;

  /** An open hold of an order. */
  public record Held(OrderId order, UUID hold) {}

  /** Who is held back by these, whoever has waited longest first. */
  public List<Held> heldBy(Tx tx, Set<UUID> authorisations, int limit) {
    return tx.sql(HELD)
        .params(Columns.of(authorisations).text("authorisations", id -> id).params())
        .param("limit", limit)
        .query(
            (row, n) ->
                new Held(new OrderId(row.getObject("order_id", UUID.class)), row.getObject("id", UUID.class)))
        .list();
  }
}
