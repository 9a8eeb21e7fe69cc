package dev.crossdock.routing.tryout.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.tryout.CanaryLimits;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of canaries. */
public final class CanaryStore {

  private static final String ADD =
      """
      insert into routing_canary_order (merchant, version, order_id, mine, unplaced, decided_at)
      select :merchant, r.version, r.order_id, r.mine, r.unplaced, cast(:now as timestamptz)
      from unnest(:versions::int[], :orders::uuid[], :mine::boolean[], :unplaced::boolean[])
        as r(version, order_id, mine, unplaced)
      order by r.version, r.order_id
      on conflict (merchant, version, order_id) do update
      set mine = excluded.mine, unplaced = excluded.unplaced
      """;

  private static final String COUNTS =
      """
      select c.mine, count(*) as orders, count(*) filter (where c.unplaced) as unplaced,
        count(*) filter (where exists (
          select 1
          from routing_steering s
          where s.merchant = :merchant and s.order_id = c.order_id and s.kind = 'AVOID' and s.said_at >= c.decided_at
        )) as rejected
      from routing_canary_order c
      where c.merchant = :merchant and c.version = :version and c.decided_at >= cast(:since as timestamptz)
      group by c.mine
      """;

  private static final String LATEST =
      """
      select c.order_id
      from routing_canary_order c
      where c.merchant = :merchant and c.version = :version and c.mine = :mine
        and c.decided_at >= cast(:since as timestamptz)
      order by c.order_id desc
      limit :limit
      """;

  private static final String FORGET =
      "delete from routing_canary_order where merchant = :merchant and decided_at < cast(:before as timestamptz)";

  private static final String FIND_LIMITS =
      """
      select l.orders_least, l.rejected_points_more, l.late_points_more
      from routing_canary_limits l
      where l.merchant = :merchant
      """;

  private static final String PUT_LIMITS =
      """
      insert into routing_canary_limits (merchant, orders_least, rejected_points_more, late_points_more, version,
        updated_at)
      values (:merchant, :orders, :rejected, :late, 1, cast(:now as timestamptz))
      on conflict (merchant) do update
      set orders_least = excluded.orders_least, rejected_points_more = excluded.rejected_points_more,
        late_points_more = excluded.late_points_more, version = routing_canary_limits.version + 1,
        updated_at = excluded.updated_at
      returning version
      """;

  /** An order that was decided while a version decided for some. */
  public record Row(int version, UUID order, boolean mine, boolean unplaced) {}

  /** What came of the orders of one side. */
  public record Counts(boolean mine, int orders, int unplaced, int rejected) {}

  public void add(Tx tx, Collection<Row> rows) {
    if (!rows.isEmpty()) {
      tx.sql(ADD)
          .params(
              Columns.of(rows)
                  .ints("versions", Row::version)
                  .text("orders", Row::order)
                  .text("mine", Row::mine)
                  .text("unplaced", Row::unplaced)
                  .params())
          .param("now", tx.now().toString())
          .update();
    }
  }

  public List<Counts> counts(Tx tx, int version, Instant since) {
    return tx.sql(COUNTS)
        .param("version", version)
        .param("since", since.toString())
        .query(
            (row, n) ->
                new Counts(
                    row.getBoolean("mine"), row.getInt("orders"), row.getInt("unplaced"), row.getInt("rejected")))
        .list();
  }

  /** The latest orders of a side. */
  public List<UUID> latest(Tx tx, int version, Counts side, Instant since, int limit) {
    return tx.sql(LATEST)
        .param("version", version)
        .param("mine", side.mine())
        .param("since", since.toString())
        .param("limit", limit)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  public void forget(Tx tx, Instant before) {
    tx.sql(FORGET).param("before", before.toString()).update();
  }

  public Optional<CanaryLimits> limits(Tx tx) {
    return tx.sql(FIND_LIMITS)
        .query((row, n) -> new CanaryLimits(row.getInt(1), row.getDouble(2), row.getDouble(3)))
        .optional();
  }

  /** The number of this change. */
  public int put(Tx tx, CanaryLimits limits) {
    return tx.sql(PUT_LIMITS)
        .param("orders", limits.ordersLeast())
        .param("rejected", limits.rejectedPointsMore())
        .param("late", limits.latePointsMore())
        .param("now", tx.now().toString())
        .query(Integer.class)
        .single();
  }
}
