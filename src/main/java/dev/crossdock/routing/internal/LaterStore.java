package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Orders in the queue of routing whose time has not come. Nobody waits for a row of the queue while an order is locked:
 * who works on the row looks at the order again anyway.
 */
public final class LaterStore {

  private static final String PUT_OFF =
      """
      with later as (
        update routing_queue q
        set reason = 'later', not_before = r.decide_at, priority = r.priority
        from unnest(:orders::uuid[], :times::timestamptz[], :priorities::int[]) as r(id, decide_at, priority)
        where q.merchant = :merchant and q.order_id = r.id and q.order_id in (
          select k.order_id
          from routing_queue k
          where k.merchant = :merchant and k.order_id = any(:orders::uuid[])
          for update skip locked)
      )
      insert into routing_queue (merchant, order_id, reason, not_before, queued_at, priority)
      select :merchant, r.id, 'later', r.decide_at, cast(:now as timestamptz), r.priority
      from unnest(:orders::uuid[], :times::timestamptz[], :priorities::int[]) as r(id, decide_at, priority)
      on conflict do nothing
      """;

  private static final String FORGET =
      """
      delete from routing_queue q
      where q.merchant = :merchant and q.order_id in (
        select k.order_id
        from routing_queue k
        where k.merchant = :merchant and k.order_id = any(:orders::uuid[])
          and k.not_before > cast(:now as timestamptz)
        for update skip locked)
      """;

  private static final String ALL_NOW =
      """
      update routing_queue q
      set reason = 'policy', not_before = cast(:now as timestamptz)
      where q.merchant = :merchant and q.order_id in (
        select k.order_id
        from routing_queue k
        where k.merchant = :merchant and k.not_before > cast(:now as timestamptz)
        for update skip locked)
      """;

  /** Whoever comes first in their priority; many at once where a time has come that orders wait for together. */
  private static final String CLAIM =
      """
      select q.order_id, q.reason = 'later' as together
      from routing_queue q
      where q.merchant = :merchant and q.not_before <= cast(:now as timestamptz)
      order by q.priority desc, q.queued_at
      limit case
        when exists (
          select 1
          from routing_queue l
          where l.merchant = :merchant and l.not_before <= cast(:now as timestamptz) and l.reason = 'later')
        then :together::int else :limit::int end
      for update skip locked
      """;

  /** When an order is decided. */
  public record Row(OrderId order, Instant at, int priority) {}

  /**
   * An order whose time has come.
   *
   * @param together whether it waited for this time
   */
  public record Due(UUID order, boolean together) {}

  public void putOff(Tx tx, List<Row> rows) {
    if (!rows.isEmpty()) {
      List<Row> sorted = rows.stream().sorted(Comparator.comparing(row -> row.order().value())).toList();
      tx.sql(PUT_OFF)
          .params(
              Columns.of(sorted)
                  .text("orders", row -> row.order().value())
                  .text("times", Row::at)
                  .ints("priorities", Row::priority)
                  .params())
          .param("now", tx.now().toString())
          .update();
    }
  }

  /** Takes orders out that wait for a time. */
  public void forget(Tx tx, List<OrderId> orders) {
    if (!orders.isEmpty()) {
      tx.sql(FORGET)
          .params(Columns.of(orders).text("orders", OrderId::value).params())
          .param("now", tx.now().toString())
          .update();
    }
  }

  /** Has all that wait for a time looked at now. */
  public void allNow(Tx tx) {
    tx.sql(ALL_NOW).param("now", tx.now().toString()).update();
  }

  /**
   * Orders whose time has come, locked for this transaction.
   *
   * @param together so many where some of them waited for this time
   */
  public List<Due> claim(Tx tx, int limit, int together) {
    return tx.sql(CLAIM)
        .param("limit", limit)
        .param("together", together)
        .param("now", tx.now().toString())
        .query((row, n) -> new Due(row.getObject(1, UUID.class), row.getBoolean(2)))
        .list();
  }
}
