package dev.crossdock.orders.internal;

import dev.crossdock.orders.ChannelRef;
import dev.crossdock.orders.OrderId;
import dev.crossdock.orders.ResolvedOrder;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds a buyer's orders of the same goods for the same sum placed within a short time, whichever came first. */
public final class LookalikeStore {

  /** How far apart two orders may have been placed. */
  public static final Duration WITHIN = Duration.ofMinutes(30);

  private static final String FIND =
      """
      select k.channel, k.account, k.external_id, o.number
      from unnest(:channels::text[], :accounts::text[], :externalIds::text[], :digests::text[], :since::timestamptz[],
        :until::timestamptz[], :ids::uuid[], :buyers::uuid[])
        as k(channel, account, external_id, digest, since, until, id, buyer)
      join orders o on o.merchant = :merchant and o.contact_ref = k.buyer
      where o.content_digest = k.digest and o.placed_at between k.since and k.until and (k.id is null or o.id < k.id)
        and o.lifecycle <> 'CANCELLED' and o.total_minor > 0
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

  private record Pair(ResolvedOrder order, UUID buyer) {}

  /**
   * Numbers of orders taken in before these, which is before all others for one that is new.
   *
   * @param known the id of an order that was taken in already
   * @param samePerson other records of the buyer, by the order's own
   */
  public Map<ChannelRef, List<String>> find(
      Tx tx,
      Collection<ResolvedOrder> orders,
      Function<ChannelRef, @Nullable OrderId> known,
      Map<UUID, Set<UUID>> samePerson) {
    List<Pair> pairs = pairs(orders, samePerson);
    Map<ChannelRef, List<String>> found = new HashMap<>();
    if (!pairs.isEmpty()) {
      tx.sql(FIND)
          .params(
              Columns.of(pairs)
                  .text("channels", p -> p.order().identity().channel().channel())
                  .text("accounts", p -> p.order().identity().channel().account())
                  .text("externalIds", p -> p.order().identity().channel().externalId())
                  .text("digests", p -> ContentDigest.of(p.order()))
                  .text("since", p -> p.order().identity().placedAt().minus(WITHIN))
                  .text("until", p -> p.order().identity().placedAt().plus(WITHIN))
                  .text("ids", p -> known.apply(p.order().identity().channel()))
                  .text("buyers", Pair::buyer)
                  .params())
          .query(
              row -> {
                ChannelRef of =
                    new ChannelRef(row.getString("channel"), row.getString("account"), row.getString("external_id"));
                found.computeIfAbsent(of, ref -> new ArrayList<>()).add(row.getString("number"));
              });
    }
    return found;
  }

  private static List<Pair> pairs(Collection<ResolvedOrder> orders, Map<UUID, Set<UUID>> samePerson) {
    List<Pair> pairs = new ArrayList<>();
    for (ResolvedOrder order : orders) {
      UUID contact = order.parties().contact();
      if (contact != null) {
        samePerson.getOrDefault(contact, Set.of()).forEach(buyer -> pairs.add(new Pair(order, buyer)));
      }
    }
    return pairs;
  }
}
