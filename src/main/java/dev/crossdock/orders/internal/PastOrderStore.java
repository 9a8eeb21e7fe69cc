package dev.crossdock.orders.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds orders by when they were taken in: their ids grow with time, so the primary key serves. Those due, and those
 * not released, too.
 */
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

  private static final String DUE =
      """
      select o.id, o.ship_by, o.updated_at, sum(l.ordered - l.shipped - l.cancelled) > 0 as open
      from orders o
      join order_line l on l.merchant = o.merchant and l.order_id = o.id
      where o.merchant = :merchant and l.merchant = :merchant and o.id = any(:ids::uuid[])
        and o.ship_by < cast(:now as timestamptz) and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'
      group by o.id, o.ship_by, o.updated_at
      having sum(l.ordered - l.cancelled) > 0
      """;

  private static final String IS_UNRELEASED =
      """
      from orders o
      where o.merchant = :merchant and o.is_open and exists (
        select 1
        from order_line l
        where l.merchant = :merchant and l.order_id = o.id and l.kind = 'GOODS' and l.fulfilled_by = 'MERCHANT'
          and l.unplaced + l.backordered + l.preordered + l.reserved > 0
      )
      """;

  private static final String UNRELEASED = "select o.id " + IS_UNRELEASED + "order by o.id limit :limit";
  private static final String COUNT_UNRELEASED =
      "select count(*) from (select 1 " + IS_UNRELEASED + "limit :limit) n";

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

  /** Those with units that no location was told of yet. */
  public List<UUID> unreleased(Tx tx, int limit) {
    return tx.sql(UNRELEASED).param("limit", limit).query((row, n) -> row.getObject(1, UUID.class)).list();
  }

  public int countUnreleased(Tx tx, int limit) {
    return tx.sql(COUNT_UNRELEASED).param("limit", limit).query(Integer.class).single();
  }

  /**
   * An order whose day to leave is over.
   *
   * @param open whether some of its units have not left
   */
  public record Due(UUID order, Instant shipBy, Instant updatedAt, boolean open) {}

  public List<Due> due(Tx tx, Collection<UUID> orders) {
    return tx.sql(DUE)
        .params(Columns.of(orders).text("ids", id -> id).params())
        .param("now", tx.now().toString())
        .query(
            (row, n) ->
                new Due(
                    row.getObject("id", UUID.class),
                    row.getObject("ship_by", OffsetDateTime.class).toInstant(),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                    row.getBoolean("open")))
        .list();
  }

  /** Smaller than every id that was made from then on. */
  private static UUID before(Instant from) {
    return new UUID(Math.max(0, from.minusSeconds(1).toEpochMilli()) << TIME_SHIFT, 0);
  }
}
