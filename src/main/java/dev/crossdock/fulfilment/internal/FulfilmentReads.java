package dev.crossdock.fulfilment.internal;

import dev.crossdock.fulfilment.FulfilmentOrders.FulfilmentOrder;
import dev.crossdock.fulfilment.FulfilmentOrders.Item;
import dev.crossdock.platform.db.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The statements that look at fulfilment orders. */
public final class FulfilmentReads {

  private static final String OF_ORDER =
      """
      select f.id, f.number, f.location, f.type, f.work, f.handshake, f.ship_by, f.created_at
      from fulfilment_order f
      where f.merchant = :merchant and f.order_id = :order
      order by f.created_at, f.id
      """;

  private static final String ITEMS =
      """
      select l.fulfilment_order_id, l.line, l.sku, l.units
      from fulfilment_order f
      join fulfilment_order_line l on l.merchant = :merchant and l.fulfilment_order_id = f.id
      where f.merchant = :merchant and f.order_id = :order
      order by l.line, l.sku
      """;

  private static final String STRAYS =
      """
      select distinct l.fulfilment_order_id
      from fulfilment_order_line l
      where l.merchant = :merchant and not exists (
        select 1 from fulfilment_order f where f.merchant = :merchant and f.id = l.fulfilment_order_id)
      order by l.fulfilment_order_id
      limit :limit
      """;

  /** Fulfilment orders that are not there and have lines all the same. */
  public List<UUID> strays(Tx tx, int limit) {
    return tx.sql(STRAYS).param("limit", limit).query((row, n) -> row.getObject(1, UUID.class)).list();
  }

  public long count(Tx tx) {
    return tx.sql("select count(*) from fulfilment_order where merchant = :merchant").query(Long.class).single();
  }

  public List<FulfilmentOrder> ofOrder(Tx tx, UUID order) {
    Map<UUID, List<Item>> items = new HashMap<>();
    tx.sql(ITEMS)
        .param("order", order)
        .query(row -> {
          Item item = new Item(row.getInt("line"), row.getString("sku"), row.getInt("units"));
          items.computeIfAbsent(row.getObject("fulfilment_order_id", UUID.class), id -> new ArrayList<>()).add(item);
        });
    return tx.sql(OF_ORDER).param("order", order).query((row, n) -> work(row, items)).list();
  }

  private static FulfilmentOrder work(ResultSet row, Map<UUID, List<Item>> items) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new FulfilmentOrder(
        id,
        row.getString("number"),
        row.getString("location"),
        row.getString("type"),
        row.getString("work"),
        row.getString("handshake"),
        instant(row, "ship_by"),
        Objects.requireNonNull(instant(row, "created_at")),
        items.getOrDefault(id, List.of()));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
