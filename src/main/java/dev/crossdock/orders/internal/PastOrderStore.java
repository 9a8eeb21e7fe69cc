package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds orders by when they were taken in: their ids grow with time, so the primary key serves. */
public final class PastOrderStore {

  private static final String PAGE =
      """
      select o.id
      from orders o
      where o.merchant = :merchant and o.id > :after::uuid and not o.test
        and o.received_at >= :from::timestamptz and o.received_at < :to::timestamptz
      order by o.id
      limit :limit
      """;

  private static final String COUNT =
      """
      select count(*)
      from (
        select 1
        from orders o
        where o.merchant = :merchant and o.id > :after::uuid and not o.test
          and o.received_at >= :from::timestamptz and o.received_at < :to::timestamptz
        limit :limit
      ) n
      """;

  private static final String LATEST =
      """
      select o.id
      from orders o
      where o.merchant = :merchant and o.id < :before::uuid and not o.test
      order by o.id desc
      limit :limit
      """;

  private static final int TIME_SHIFT = 16;
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  public List<UUID> page(Tx tx, Instant from, Instant to, @Nullable OrderId after, int limit) {
    return tx.sql(PAGE)
        .param("after", (after == null ? before(from) : after.value()).toString())
        .param("from", from.toString())
        .param("to", to.toString())
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /** The newest first. */
  public List<UUID> latest(Tx tx, @Nullable OrderId before, int limit) {
    return tx.sql(LATEST)
        .param("before", (before == null ? AFTER_ALL : before.value()).toString())
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  public int count(Tx tx, Instant from, Instant to, int limit) {
    return tx.sql(COUNT)
        .param("after", before(from).toString())
        .param("from", from.toString())
        .param("to", to.toString())
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  /** Smaller than every id that was made from then on. */
  private static UUID before(Instant from) {
    return new UUID(Math.max(0, from.minusSeconds(1).toEpochMilli()) << TIME_SHIFT, 0);
  }
}
