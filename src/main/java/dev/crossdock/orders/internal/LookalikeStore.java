package dev.crossdock.orders.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.Lookalike;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Finds orders of the same goods for the same sum placed within a short time of one another. */
public final class LookalikeStore {

  private static final Duration WITHIN = Duration.ofMinutes(30);

  private static final String FIND =
      """
      select k.channel, k.account, k.external_id, o.number, o.contact_ref
      from unnest(:channels::text[], :accounts::text[], :externalIds::text[], :digests::text[], :since::timestamptz[],
        :placed::timestamptz[]) as k(channel, account, external_id, digest, since, placed)
      join orders o on o.merchant = :merchant and o.content_digest = k.digest
        and o.placed_at between k.since and k.placed
      where o.lifecycle <> 'CANCELLED' and o.total_minor > 0
        and (o.channel, o.account, o.external_id) <> (k.channel, k.account, k.external_id)
      order by o.number
      """;

  public List<Lookalike> find(Tx tx, Collection<ResolvedOrder> orders) {
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
                .text("placed", o -> o.identity().placedAt())
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
