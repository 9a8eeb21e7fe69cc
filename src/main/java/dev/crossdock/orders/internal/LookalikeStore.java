package dev.crossdock.orders.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Lookalike;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds orders of the same goods for the same sum placed within a short time of one another, whichever came first. */
public final class LookalikeStore {

  /** How far apart two orders may have been placed. */
  public static final Duration WITHIN = Duration.ofMinutes(30);

  private static final String FIND =
      """
      select k.channel, k.account, k.external_id, o.number, o.contact_ref
      from unnest(:channels::text[], :accounts::text[], :externalIds::text[], :digests::text[], :since::timestamptz[],
        :until::timestamptz[], :ids::uuid[]) as k(channel, account, external_id, digest, since, until, id)
      join orders o on o.merchant = :merchant and o.content_digest = k.digest
        and o.placed_at between k.since and k.until and (k.id is null or o.id < k.id)
      where o.lifecycle <> 'CANCELLED' and o.total_minor > 0
        and (o.channel, o.account, o.external_id) <> (k.channel, k.account, k.external_id)
      order by o.number
      """;

  private static final String SETTLED =
      """
      select h.order_id, h.id
      from hold h
      join orders me on me.merchant = h.merchant and me.id = h.order_id
      where h.merchant = :merchant and me.merchant = :merchant and h.reason = 'DUPLICATE_SUSPECT'
        and h.released_at is null and h.opened_by = 'rule'
        and not exists (
          select 1
          from orders o
          where o.merchant = :merchant and o.number = any(string_to_array(h.evidence ->> 'orders', ','))
            and o.lifecycle <> 'CANCELLED' and o.content_digest = me.content_digest)
      order by h.order_id
      limit :limit
      """;

  /** A hold whose cause is gone. */
  public record Settled(UUID order, UUID hold) {}

  /** Suspicions of which every other order is cancelled or sells something else by now. */
  public List<Settled> settled(Tx tx, int limit) {
    return tx.sql(SETTLED)
        .param("limit", limit)
        .query((row, n) -> new Settled(row.getObject("order_id", UUID.class), row.getObject("id", UUID.class)))
        .list();
  }

  /** Orders taken in before these, which is before all others for one that is new. */
  public List<Lookalike> find(
      Tx tx, Collection<ResolvedOrder> orders, Function<ChannelRef, @Nullable OrderId> known) {
    if (orders.isEmpty()) {
      return List.of();
    }
    return tx.sql(FIND)
        .params(
            Columns.of(orders)
                .text("channels", o -> o.identity().channel().channel())
                .text("accounts", o -> o.identity().channel().account())
                .text("externalIds", o -> o.identity().channel().externalId())
                .text("digests", ContentDigest::of)
                .text("since", o -> o.identity().placedAt().minus(WITHIN))
                .text("until", o -> o.identity().placedAt().plus(WITHIN))
                .text("ids", o -> known.apply(o.identity().channel()))
                .params())
        .query(
            (row, n) ->
                new Lookalike(
                    new ChannelRef(row.getString("channel"), row.getString("account"), row.getString("external_id")),
                    row.getString("number"),
                    row.getObject("contact_ref", UUID.class)))
        .list();
  }
}
