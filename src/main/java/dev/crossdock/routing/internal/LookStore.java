package dev.crossdock.routing.internal;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people look for in the tables of routing: who has no place, and which decisions were made. */
public final class LookStore {

  private static final String QUEUE =
      """
      select x.order_id, min(x.state) as state, min(x.since) as since, sum(x.units)::int as units,
        min(x.cancel_at) as cancel_at, min(x.decide_at) as decide_at,
        coalesce(string_agg(distinct x.sku, ' ' order by x.sku), '') as skus
      from (
        select q.order_id, 'A_TO_ROUTE' as state, q.queued_at as since, 0 as units,
          cast(null as timestamptz) as cancel_at, cast(null as text) as sku,
          case when q.not_before > cast(:now as timestamptz) then q.not_before end as decide_at
        from routing_queue q
        where q.merchant = :merchant
        union all
        select w.order_id,
          case w.state when 'REJECTED' then 'B_REJECTED' when 'UNROUTABLE' then 'C_UNROUTABLE'
            when 'PREORDER' then 'E_PREORDER' else 'D_BACKORDER' end,
          w.since, w.units, w.cancel_at, w.sku, cast(null as timestamptz)
        from routing_waiting w
        where w.merchant = :merchant
      ) as x
      where cast(:after as uuid) is null or x.order_id > cast(:after as uuid)
      group by x.order_id
      having cast(:state as text) is null or substr(min(x.state), 3) = cast(:state as text)
      order by x.order_id
      limit :limit
      """;

  private static final String WITHIN =
      """
      %1$s.decided_at >= cast(:from as timestamptz) and %1$s.decided_at < cast(:until as timestamptz)
      and (cast(:afterId as uuid) is null
        or (%1$s.decided_at <= cast(:afterAt as timestamptz)
          and (%1$s.decided_at < cast(:afterAt as timestamptz) or %1$s.%2$s < cast(:afterId as uuid))))
      """;

  private static final String FOUND =
      """
      )
      select d.order_id, d.id, d.policy, d.rule, d.outcome, d.sentence, array_to_string(d.chosen, ' ') as chosen,
        cast('{}' as text) as detail, d.decided_at
      from found f
      join routing_decision d on d.merchant = :merchant and d.order_id = f.order_id and d.id = f.id
      where d.merchant = :merchant
      order by d.decided_at desc, d.id desc
      limit :limit
      """;

  private static final String LATEST =
      """
      with found as (
        select d.order_id, d.id
        from routing_decision d
        where d.merchant = :merchant
          and (cast(:location as text) is null or cast(:location as text) = any(d.chosen))
          and %s
        order by d.decided_at desc, d.id desc
        limit :limit
      """.formatted(WITHIN.formatted("d", "id")) + FOUND;

  /**
   * What kept places out is found place by place and cause by cause, each by leaping through the index, and of each
   * pair no more than a page is read.
   */
  private static final String BECAUSE =
      """
      with recursive pair as (
        (select k.location, k.because from routing_kept_out k where k.merchant = :merchant
          order by k.location, k.because limit 1)
        union all
        select n.location, n.because
        from pair p
        cross join lateral (
          select k.location, k.because
          from routing_kept_out k
          where k.merchant = :merchant and (k.location, k.because) > (p.location, p.because)
          order by k.location, k.because
          limit 1
        ) n
      ), found as (
        select distinct f.order_id, f.id
        from pair p
        cross join lateral (
          select d.order_id, d.id
          from routing_kept_out k
          join routing_decision d on d.merchant = :merchant and d.order_id = k.order_id and d.id = k.decision_id
          where k.merchant = :merchant and k.location = p.location and k.because = p.because
            and (cast(:location as text) is null or cast(:location as text) = any(d.chosen))
            and %s
          order by k.decided_at desc, k.decision_id desc
          limit :limit
        ) f
        where (cast(:lost as text) is null or p.location = cast(:lost as text))
          and (cast(:because as text) is null or p.because = cast(:because as text))
      """.formatted(WITHIN.formatted("k", "decision_id")) + FOUND;

  /**
   * An order with units that have no place.
   *
   * @param state {@code TO_ROUTE}, {@code REJECTED}, {@code UNROUTABLE}, {@code BACKORDER} or {@code PREORDER}
   * @param units that wait; 0 where routing has not looked yet
   * @param decideAt when a rule decides that decides later; null where it is looked at at once
   */
  public record QueueRow(
      UUID order, String state, Instant since, int units, @Nullable Instant cancelAt,
      @Nullable Instant decideAt, List<String> skus) {
    public QueueRow {
      skus = List.copyOf(skus);
    }
  }

  /** By order id; of one state, or all. */
  public List<QueueRow> queue(Tx tx, @Nullable String state, @Nullable UUID after, int limit) {
    return tx.sql(QUEUE)
        .param("state", state)
        .param("after", after == null ? null : after.toString())
        .param("limit", limit)
        .param("now", tx.now().toString())
        .query(
            (row, n) -> {
              String skus = row.getString("skus");
              return new QueueRow(
                  row.getObject("order_id", UUID.class),
                  row.getString("state").substring(2),
                  row.getTimestamp("since").toInstant(),
                  row.getInt("units"),
                  DecisionRows.instant(row, "cancel_at"),
                  DecisionRows.instant(row, "decide_at"),
                  skus.isEmpty() ? List.of() : List.of(skus.split(" ")));
            })
        .list();
  }

  /** What is looked for; null asks for nothing. */
  public record Wanted(
      @Nullable String location, @Nullable String lost, @Nullable String because, Instant from, Instant until) {}

  /** The last decision of a page; those before it come next. */
  public record Place(Instant decidedAt, UUID id) {}

  /** The latest first, without their details. */
  public List<DecisionRow> decisions(Tx tx, Wanted wanted, @Nullable Place after, int limit) {
    boolean keptOut = wanted.lost() != null || wanted.because() != null;
    JdbcClient.StatementSpec statement =
        tx.sql(keptOut ? BECAUSE : LATEST)
            .param("location", wanted.location())
            .param("from", wanted.from().toString())
            .param("until", wanted.until().toString())
            .param("afterAt", after == null ? null : after.decidedAt().toString())
            .param("afterId", after == null ? null : after.id().toString())
            .param("limit", limit);
    if (keptOut) {
      statement = statement.param("lost", wanted.lost()).param("because", wanted.because());
    }
    return statement.query((row, n) -> DecisionRows.of(row)).list();
  }
}
