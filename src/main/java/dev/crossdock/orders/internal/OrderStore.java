package dev.crossdock.orders.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Order;
import dev.crossdock.orders.OrderCodec;
import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.JournalEvent;
import dev.crossdock.platform.journal.JournalHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Loads orders to be changed: their rows are locked in the order of their ids, then each is what its journal stream
 * adds up to. So the history is not a copy of the truth, it is the truth.
 */
public final class OrderStore {

  private static final String LOCK_BY_CHANNEL =
      """
      select o.id
      from orders o
      where o.merchant = :merchant
        and (o.channel, o.account, o.external_id) in
          (select * from unnest(:channels::text[], :accounts::text[], :externalIds::text[]))
      order by o.id
      for no key update
      """;

  private static final String LOCK_BY_ID =
      """
      select o.id
      from orders o
      where o.merchant = :merchant and o.id = any(:ids::uuid[])
      order by o.id
      for no key update
      """;

  private static final String BY_UNMAPPED =
      """
      select distinct o.id
      from order_line l
      join orders o on o.merchant = l.merchant and o.id = l.order_id
      where l.merchant = :merchant and o.merchant = :merchant
        and l.sku is null and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'
        and o.lifecycle not in ('CANCELLED', 'COMPLETED', 'REJECTED')
        and (o.channel, o.account, l.channel_sku) in
          (select * from unnest(:channels::text[], :accounts::text[], :skus::text[]))
      order by o.id
      limit :limit
      """;

  private static final String UNMAPPED =
      """
      select distinct o.channel, o.account, l.channel_sku
      from order_line l
      join orders o on o.merchant = l.merchant and o.id = l.order_id
      where l.merchant = :merchant and o.merchant = :merchant
        and l.sku is null and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'
        and o.lifecycle not in ('CANCELLED', 'COMPLETED', 'REJECTED')
        and (o.channel, o.account, l.channel_sku) > (:channel, :account, :sku)
      order by o.channel, o.account, l.channel_sku
      limit :limit
      """;

  private final OrderCodec codec;

  public OrderStore(OrderCodec codec) {
    this.codec = codec;
  }

  public List<Order> lockByChannel(Tx tx, Set<ChannelRef> refs) {
    if (refs.isEmpty()) {
      return List.of();
    }
    List<UUID> ids =
        tx.sql(LOCK_BY_CHANNEL)
            .params(
                Columns.of(refs)
                    .text("channels", ChannelRef::channel)
                    .text("accounts", ChannelRef::account)
                    .text("externalIds", ChannelRef::externalId)
                    .params())
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    return load(tx, ids);
  }

  public List<Order> lockById(Tx tx, Collection<OrderId> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<UUID> ids =
        tx.sql(LOCK_BY_ID)
            .params(Columns.of(wanted).text("ids", OrderId::value).params())
            .query((row, n) -> row.getObject(1, UUID.class))
            .list();
    return load(tx, ids);
  }

  /** Orders with a line that waits for one of these channel SKUs to be mapped, some at a time. */
  public List<OrderId> waitingForMapping(Tx tx, Collection<ChannelRef> channelSkus, int limit) {
    return tx.sql(BY_UNMAPPED)
        .params(
            Columns.of(channelSkus)
                .text("channels", ChannelRef::channel)
                .text("accounts", ChannelRef::account)
                .text("skus", ChannelRef::externalId)
                .params())
        .param("limit", limit)
        .query((row, n) -> new OrderId(row.getObject(1, UUID.class)))
        .list();
  }

  /** Channel SKUs that open orders wait for, in their order, those behind the one given. */
  public List<ChannelRef> unmapped(Tx tx, ChannelRef after, int limit) {
    return tx.sql(UNMAPPED)
        .param("channel", after.channel())
        .param("account", after.account())
        .param("sku", after.externalId())
        .param("limit", limit)
        .query((row, n) -> new ChannelRef(row.getString(1), row.getString(2), row.getString(3)))
        .list();
  }

  /** Loads without a lock: for reading and for rebuilding. */
  public List<Order> load(Tx tx, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, List<JournalEvent>> streams =
        JournalHistory.ofStreams(tx, ids.stream().map(id -> new OrderId(id).stream()).toList());
    List<Order> orders = new ArrayList<>();
    for (UUID id : ids) {
      OrderId orderId = new OrderId(id);
      orders.add(
          OrderCodec.fold(
              orderId,
              streams.getOrDefault(orderId.stream(), List.of()).stream()
                  .map(event -> codec.decode(event.type(), event.payload()))));
    }
    return orders;
  }
}
