package dev.crossdock.routing.internal;

import dev.crossdock.orders.OrderId;
import dev.crossdock.platform.db.BulkInsert;
import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The tables of routing. */
public final class RoutingStore {

  private static final String INSERT_KEPT_OUT =
      """
      insert into routing_kept_out (merchant, location, because, decided_at, decision_id, order_id)
      select :merchant, r.*
      from unnest(:locations::text[], :because::text[], :times::timestamptz[], :decisions::uuid[], :orders::uuid[]) as r
      on conflict do nothing
      """;

  private static final String DECISIONS_OF =
      """
      select d.order_id, d.id, d.policy, d.rule, d.outcome, d.sentence, array_to_string(d.chosen, ' ') as chosen,
        d.detail::text as detail, d.decided_at
      from routing_decision d
      where d.merchant = :merchant and d.order_id = :order
      order by d.id desc
      limit 50
      """;

  /** Whoever is decided later is looked at now; a row that somebody works on is left alone. */
  private static final String ENQUEUE =
      """
      with sooner as (
        update routing_queue q
        set reason = :reason, not_before = cast(:now as timestamptz)
        where q.merchant = :merchant and q.order_id in (
          select k.order_id
          from routing_queue k
          where k.merchant = :merchant and k.order_id = any(:orders::uuid[])
            and k.not_before > cast(:now as timestamptz)
          for update skip locked)
      )
      insert into routing_queue (merchant, order_id, reason, not_before, queued_at)
      select :merchant, r.id, :reason, cast(:now as timestamptz), cast(:now as timestamptz)
      from unnest(:orders::uuid[]) as r(id)
      on conflict do nothing
      """;

  private static final String ENQUEUE_WAITING =
      """
      with sooner as (
        update routing_queue q
        set reason = 'stock rose', not_before = cast(:now as timestamptz)
        where q.merchant = :merchant and q.order_id in (
          select k.order_id
          from routing_queue k
          where k.merchant = :merchant and k.not_before > cast(:now as timestamptz)
            and exists (
              select 1
              from routing_waiting x
              where x.merchant = :merchant and x.order_id = k.order_id and x.sku = any(:skus))
          for update skip locked)
      )
      insert into routing_queue (merchant, order_id, reason, not_before, queued_at)
      select :merchant, w.order_id, 'stock rose', cast(:now as timestamptz), min(w.since)
      from routing_waiting w
      where w.merchant = :merchant and w.sku = any(:skus)
      group by w.order_id
      order by w.order_id
      on conflict do nothing
      """;

  private static final String ENQUEUE_UNROUTABLE =
      """
      insert into routing_queue (merchant, order_id, reason, not_before, queued_at)
      select :merchant, r.order_id, 'room', cast(:now as timestamptz), r.since
      from (
        select w.order_id, min(w.since) as since
        from routing_waiting w
        where w.merchant = :merchant and w.state in ('UNROUTABLE', 'REJECTED')
        group by w.order_id
        order by max(w.priority) desc, min(w.promised_on) nulls last, min(w.since), w.order_id
        limit :limit
      ) r
      order by r.order_id
      on conflict do nothing
      """;

  private static final String WAITED_FOR =
      "select distinct w.sku from routing_waiting w where w.merchant = :merchant order by w.sku limit :limit";

  private static final String DEQUEUE =
      "delete from routing_queue where merchant = :merchant and order_id = any(:orders::uuid[])";

  private static final String FORGET_WAITING =
      "delete from routing_waiting where merchant = :merchant and order_id = any(:orders::uuid[])";

  private static final String FORGET_WAITING_BUT =
      """
      delete from routing_waiting w
      where w.merchant = :merchant and w.order_id = any(:orders::uuid[])
        and (w.sku, w.order_id) not in (select k.sku, k.id from unnest(:skus::text[], :waiting::uuid[]) as k(sku, id))
      """;

  private static final String INSERT_WAITING =
      """
      insert into routing_waiting
        (merchant, sku, order_id, since, units, priority, promised_on, state, cancel_at)
      select :merchant, r.sku, r.id, cast(:now as timestamptz), r.units, r.priority, r.promised_on, r.state, r.cancel_at
      from unnest(:skus::text[], :waiting::uuid[], :units::int[], :priorities::int[], :promised::date[],
        :states::text[], :cancel::timestamptz[]) as r(sku, id, units, priority, promised_on, state, cancel_at)
      order by r.sku, r.id
      on conflict (merchant, sku, order_id) do update
      set units = excluded.units, priority = excluded.priority, promised_on = excluded.promised_on,
        state = excluded.state, cancel_at = excluded.cancel_at
      """;

  /** Whoever is served first comes first; more of them than units can be spoken for is of no use. */
  private static final String WAITING =
      """
      select w.sku, w.order_id, w.units, w.priority, w.promised_on, w.since, w.state, w.cancel_at
      from routing_waiting w
      where w.merchant = :merchant and w.sku = any(:skus::text[])
      order by w.priority desc, w.promised_on nulls last, w.since, w.order_id
      limit :limit
      """;

  private static final String OVERDUE =
      """
      select distinct w.order_id
      from routing_waiting w
      where w.merchant = :merchant and w.cancel_at <= cast(:now as timestamptz)
      order by w.order_id
      limit :limit
      """;

  public void insertDecisions(Tx tx, List<DecisionRow> rows) {
    tx.write(
        BulkInsert.into("routing_decision", rows)
            .uuid("order_id", row -> row.order().value())
            .uuid("id", DecisionRow::id)
            .text("policy", DecisionRow::policy)
            .text("rule", DecisionRow::rule)
            .text("outcome", DecisionRow::outcome)
            .text("sentence", DecisionRow::sentence)
            .texts("chosen", DecisionRow::chosen)
            .text("detail", DecisionRow::detail)
            .time("decided_at", DecisionRow::decidedAt));
  }

  /** Whom criteria kept out; makes no statement when they kept out nobody. */
  public void insertKeptOut(Tx tx, List<DecisionRow.KeptOut> rows) {
    if (!rows.isEmpty()) {
      tx.sql(INSERT_KEPT_OUT)
          .params(
              Columns.of(rows)
                  .text("locations", DecisionRow.KeptOut::location)
                  .text("because", DecisionRow.KeptOut::because)
                  .text("times", DecisionRow.KeptOut::decidedAt)
                  .text("decisions", DecisionRow.KeptOut::decision)
                  .text("orders", DecisionRow.KeptOut::order)
                  .params())
          .update();
    }
  }

  /** Orders that have waited as long as they may. */
  public List<OrderId> overdue(Tx tx, int limit) {
    return tx.sql(OVERDUE)
        .param("now", tx.now().toString())
        .param("limit", limit)
        .query((row, n) -> new OrderId(row.getObject(1, UUID.class)))
        .list();
  }

  public Set<String> waitedFor(Tx tx, int limit) {
    return tx.sql(WAITED_FOR)
        .param("limit", limit)
        .query((row, n) -> row.getString(1))
        .stream()
        .collect(Collectors.toSet());
  }

  public List<DecisionRow> decisionsOf(Tx tx, UUID order) {
    return tx.sql(DECISIONS_OF)
        .param("order", order)
        .query((row, n) -> DecisionRows.of(row))
        .list();
  }

  public void enqueue(Tx tx, List<OrderId> orders, String reason) {
    if (!orders.isEmpty()) {
      tx.sql(ENQUEUE)
          .params(Columns.of(sorted(orders)).text("orders", OrderId::value).params())
          .param("reason", reason)
          .param("now", tx.now().toString())
          .update();
    }
  }

  public void enqueueWaiting(Tx tx, Set<String> skus) {
    tx.sql(ENQUEUE_WAITING)
        .param("skus", skus.toArray(String[]::new))
        .param("now", tx.now().toString())
        .update();
  }

  /** Orders that rules keep from their stock, so many of them, whoever is served first first. */
  public void enqueueUnroutable(Tx tx, int limit) {
    tx.sql(ENQUEUE_UNROUTABLE).param("limit", limit).param("now", tx.now().toString()).update();
  }

  public void dequeue(Tx tx, List<UUID> orders) {
    tx.sql(DEQUEUE).params(Columns.of(orders).text("orders", id -> id).params()).update();
  }

  public void forgetWaiting(Tx tx, List<OrderId> orders) {
    if (!orders.isEmpty()) {
      tx.sql(FORGET_WAITING).params(Columns.of(orders).text("orders", OrderId::value).params()).update();
    }
  }

  /** Who waits for these SKUs, whoever is served first first. */
  public List<WaitingRow> waiting(Tx tx, Set<String> skus, int limit) {
    return tx.sql(WAITING)
        .params(Columns.of(skus).text("skus", sku -> sku).params())
        .param("limit", limit)
        .query(
            (row, n) ->
                new WaitingRow(
                    row.getString("sku"),
                    new OrderId(row.getObject("order_id", UUID.class)),
                    row.getInt("units"),
                    row.getInt("priority"),
                    row.getObject("promised_on", LocalDate.class),
                    row.getTimestamp("since").toInstant(),
                    WaitingRow.State.valueOf(row.getString("state")),
                    DecisionRows.instant(row, "cancel_at")))
        .list();
  }

  /** Leaves exactly these rows for the orders; who waited before keeps the time since when. */
  public void replaceWaiting(Tx tx, List<OrderId> orders, List<WaitingRow> waiting) {
    Columns<WaitingRow> rows =
        Columns.of(waiting)
            .text("skus", WaitingRow::sku)
            .text("waiting", WaitingRow::order)
            .ints("units", WaitingRow::units)
            .ints("priorities", WaitingRow::priority)
            .text("promised", WaitingRow::promisedOn)
            .text("states", WaitingRow::state)
            .text("cancel", WaitingRow::cancelAt);
    tx.sql(FORGET_WAITING_BUT)
        .params(rows.params())
        .params(Columns.of(orders).text("orders", OrderId::value).params())
        .update();
    if (!waiting.isEmpty()) {
      tx.sql(INSERT_WAITING).params(rows.params()).param("now", tx.now().toString()).update();
    }
  }

  private static List<OrderId> sorted(Collection<OrderId> orders) {
    return orders.stream().sorted(Comparator.comparing(OrderId::value)).toList();
  }
}
