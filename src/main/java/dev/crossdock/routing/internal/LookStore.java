package dev.crossdock.routing.internal;

import dev.crossdock.platform.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  private static final String DECISIONS =
      """
      select d.order_id, d.id, d.policy, d.rule, d.outcome, d.sentence, array_to_string(d.chosen, ' ') as chosen,
        cast('{}' as text) as detail, d.decided_at
      from routing_decision d
      where d.merchant = :merchant
        and d.decided_at >= cast(:from as timestamptz) and d.decided_at < cast(:until as timestamptz)
        and (cast(:after as uuid) is null or d.id < cast(:after as uuid))
        and (cast(:location as text) is null or cast(:location as text) = any(d.chosen))
        and ((cast(:lost as text) is null and cast(:because as text) is null) or exists (
          select 1
          from routing_kept_out k
          where k.merchant = :merchant and k.decision_id = d.id and k.decided_at = d.decided_at
            and (cast(:lost as text) is null or k.location = cast(:lost as text))
            and (cast(:because as text) is null or k.because = cast(:because as text))))
      order by d.id desc
      limit :limit
      """;

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

  /** The latest first, without their details. */
  public List<DecisionRow> decisions(Tx tx, Wanted wanted, @Nullable UUID after, int limit) {
    return tx.sql(DECISIONS)
        .param("location", wanted.location())
        .param("lost", wanted.lost())
        .param("because", wanted.because())
        .param("from", wanted.from().toString())
        .param("until", wanted.until().toString())
        .param("after", after == null ? null : after.toString())
        .param("limit", limit)
        .query((row, n) -> DecisionRows.of(row))
        .list();
  }
}
