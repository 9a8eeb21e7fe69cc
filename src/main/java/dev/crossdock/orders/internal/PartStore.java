package dev.crossdock.orders.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** What orders are made of. */
public final class PartStore {

  private static final String SKUS_OF =
      """
      select distinct c.sku
      from order_line_component c
      where c.merchant = :merchant and c.order_id = any(:orders::uuid[])
      """;

  public Set<String> skusOf(Tx tx, Collection<UUID> orders) {
    return new HashSet<>(
        tx.sql(SKUS_OF)
            .params(Columns.of(orders).text("orders", id -> id).params())
            .query(String.class)
            .list());
  }
}
