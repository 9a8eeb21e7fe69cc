package dev.crossdock.routing.tryout.internal;

import dev.crossdock.platform.db.Columns;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.tryout.Outlay;
import dev.crossdock.routing.tryout.ShadowOrder;
import dev.crossdock.routing.tryout.ShadowSums;
import dev.crossdock.routing.tryout.ShadowTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** The tables of shadows. */
public final class ShadowStore {

  private static final UUID SUMMED = new UUID(0, 0);
  private static final String BETWEEN = "\u001f";

  private static final String ADD_ORDERS =
      """
      insert into routing_shadow_order (merchant, version, decision_id, order_id, number, decided_by, decided, rule,
        would, moves, cost, decided_cost, currency, days, decided_days, late, decided_late, trouble, at)
      select :merchant, r.version, r.decision_id, r.order_id, r.number, r.decided_by, r.decided, r.rule, r.would,
        string_to_array(r.moves, chr(31)), r.cost, r.decided_cost, r.currency, r.days, r.decided_days, r.late,
        r.decided_late, r.trouble, r.at
      from unnest(:versions::int[], :decisions::uuid[], :orders::uuid[], :numbers::text[], :decidedBy::text[],
        :decided::text[], :rules::text[], :would::text[], :moves::text[], :costs::bigint[], :decidedCosts::bigint[],
        :currencies::text[], :days::double precision[], :decidedDays::double precision[], :late::boolean[],
        :decidedLate::boolean[], :troubles::text[], :times::timestamptz[])
        as r(version, decision_id, order_id, number, decided_by, decided, rule, would, moves, cost, decided_cost,
          currency, days, decided_days, late, decided_late, trouble, at)
      """;

  private static final String ADD_TALLIES =
      """
      insert into routing_shadow_tally (merchant, version, day, currency, id, orders, differ, failed, cut_off, unplaced,
        decided_unplaced, parcels, decided_parcels, late, decided_late, priced, cost, decided_cost, dated, days,
        decided_days, took_us)
      select :merchant, r.version, cast(:day as date), r.currency, r.id, r.orders, r.differ, r.failed, r.cut_off,
        r.unplaced, r.decided_unplaced, r.parcels, r.decided_parcels, r.late, r.decided_late, r.priced, r.cost,
        r.decided_cost, r.dated, r.days, r.decided_days, r.took_us
      from unnest(:versions::int[], :currencies::text[], :ids::uuid[], :orders::bigint[], :differ::bigint[],
        :failed::bigint[], :cutOff::bigint[], :unplaced::bigint[], :decidedUnplaced::bigint[], :parcels::bigint[],
        :decidedParcels::bigint[], :late::bigint[], :decidedLate::bigint[], :priced::bigint[], :costs::bigint[],
        :decidedCosts::bigint[], :dated::bigint[], :days::double precision[], :decidedDays::double precision[],
        :tookUs::bigint[])
        as r(version, currency, id, orders, differ, failed, cut_off, unplaced, decided_unplaced, parcels,
          decided_parcels, late, decided_late, priced, cost, decided_cost, dated, days, decided_days, took_us)
      """;

  private static final String SUMS =
      """
        sum(t.orders) as orders, sum(t.differ) as differ, sum(t.failed) as failed, sum(t.cut_off) as cut_off,
        sum(t.unplaced) as unplaced, sum(t.decided_unplaced) as decided_unplaced, sum(t.parcels) as parcels,
        sum(t.decided_parcels) as decided_parcels, sum(t.late) as late, sum(t.decided_late) as decided_late,
        sum(t.priced) as priced, sum(t.cost) as cost, sum(t.decided_cost) as decided_cost, sum(t.dated) as dated,
        sum(t.days) as days, sum(t.decided_days) as decided_days, sum(t.took_us) as took_us
      """;

  private static final String FIGURES =
      "select t.day, t.currency, "
          + SUMS
          + """
          from routing_shadow_tally t
          where t.merchant = :merchant and t.version = :version
          group by t.day, t.currency
          order by t.day desc, t.currency
          """;

  /** Rows that others still write are not seen, and added up the next time. */
  private static final String ADD_UP =
      """
      with t as (
        delete from routing_shadow_tally g where g.merchant = :merchant and g.id <> :summed returning g.*
      )
      insert into routing_shadow_tally (merchant, version, day, currency, id, orders, differ, failed, cut_off, unplaced,
        decided_unplaced, parcels, decided_parcels, late, decided_late, priced, cost, decided_cost, dated, days,
        decided_days, took_us)
      select :merchant, t.version, t.day, t.currency, :summed,
      """
          + SUMS
          + """
          from t
          where t.merchant = :merchant
          group by t.version, t.day, t.currency
          on conflict (merchant, version, day, currency, id) do update
          set orders = routing_shadow_tally.orders + excluded.orders,
            differ = routing_shadow_tally.differ + excluded.differ,
            failed = routing_shadow_tally.failed + excluded.failed,
            cut_off = routing_shadow_tally.cut_off + excluded.cut_off,
            unplaced = routing_shadow_tally.unplaced + excluded.unplaced,
            decided_unplaced = routing_shadow_tally.decided_unplaced + excluded.decided_unplaced,
            parcels = routing_shadow_tally.parcels + excluded.parcels,
            decided_parcels = routing_shadow_tally.decided_parcels + excluded.decided_parcels,
            late = routing_shadow_tally.late + excluded.late,
            decided_late = routing_shadow_tally.decided_late + excluded.decided_late,
            priced = routing_shadow_tally.priced + excluded.priced,
            cost = routing_shadow_tally.cost + excluded.cost,
            decided_cost = routing_shadow_tally.decided_cost + excluded.decided_cost,
            dated = routing_shadow_tally.dated + excluded.dated,
            days = routing_shadow_tally.days + excluded.days,
            decided_days = routing_shadow_tally.decided_days + excluded.decided_days,
            took_us = routing_shadow_tally.took_us + excluded.took_us
          """;

  private static final String ORDERS =
      """
      select o.version, o.decision_id, o.order_id, o.number, o.decided_by, o.decided, o.rule, o.would,
        array_to_string(o.moves, chr(31)) as moves, o.cost, o.decided_cost, o.currency, o.days, o.decided_days, o.late,
        o.decided_late, o.trouble, o.at
      from routing_shadow_order o
      where o.merchant = :merchant and o.version = :version and o.decision_id < :before
      order by o.decision_id desc
      limit :limit
      """;

  private static final String FORGET_OLD =
      "delete from routing_shadow_order where merchant = :merchant and at < cast(:before as timestamptz)";

  private static final String FORGET_MANY =
      """
      delete from routing_shadow_order o
      using (
        select k.decision_id
        from routing_shadow_order k
        where k.merchant = :merchant and k.version = :version
        order by k.decision_id desc
        offset :most
        limit 1
      ) last
      where o.merchant = :merchant and o.version = :version and o.decision_id <= last.decision_id
      """;

  private static final String VERSIONS =
      "select distinct o.version from routing_shadow_order o where o.merchant = :merchant";

  private static final String FORGET_DAYS =
      "delete from routing_shadow_tally where merchant = :merchant and day < cast(:before as date)";

  /** What a version came to in one currency on a day. */
  public record Told(int version, String currency, ShadowTally tally) {}

  /** The same, with its day. */
  public record Day(LocalDate day, String currency, ShadowTally tally) {}

  public void add(Tx tx, Ids ids, List<ShadowOrder> orders, List<Told> told) {
    if (!orders.isEmpty()) {
      tx.sql(ADD_ORDERS)
          .params(
              Columns.of(orders)
                  .ints("versions", ShadowOrder::version)
                  .text("decisions", ShadowOrder::decision)
                  .text("orders", ShadowOrder::order)
                  .text("numbers", ShadowOrder::number)
                  .text("decidedBy", ShadowOrder::decidedBy)
                  .text("decided", ShadowOrder::decided)
                  .text("rules", ShadowOrder::rule)
                  .text("would", ShadowOrder::would)
                  .text("moves", o -> String.join(BETWEEN, o.moves()))
                  .text("costs", o -> o.outlay() == null ? null : o.outlay().cost())
                  .text("decidedCosts", o -> o.decidedOutlay().cost())
                  .text("currencies", ShadowOrder::currency)
                  .text("days", o -> o.outlay() == null ? null : o.outlay().days())
                  .text("decidedDays", o -> o.decidedOutlay().days())
                  .text("late", o -> o.outlay() == null ? null : (Boolean) o.outlay().late())
                  .text("decidedLate", o -> o.decidedOutlay().late())
                  .text("troubles", ShadowOrder::trouble)
                  .text("times", ShadowOrder::at)
                  .params())
          .update();
    }
    if (!told.isEmpty()) {
      tx.sql(ADD_TALLIES).params(columns(told, ids)).param("day", day(tx.now()).toString()).update();
    }
  }

  private static Map<String, Object> columns(List<Told> told, Ids ids) {
    return Columns.of(told)
        .ints("versions", Told::version)
        .text("currencies", Told::currency)
        .text("ids", t -> ids.next())
        .longs("orders", t -> t.tally().orders())
        .longs("differ", t -> t.tally().differ())
        .longs("failed", t -> t.tally().failed())
        .longs("cutOff", t -> t.tally().cutOff())
        .longs("unplaced", t -> t.tally().would().unplaced())
        .longs("decidedUnplaced", t -> t.tally().decided().unplaced())
        .longs("parcels", t -> t.tally().would().parcels())
        .longs("decidedParcels", t -> t.tally().decided().parcels())
        .longs("late", t -> t.tally().would().late())
        .longs("decidedLate", t -> t.tally().decided().late())
        .longs("priced", t -> t.tally().priced())
        .longs("costs", t -> t.tally().would().cost())
        .longs("decidedCosts", t -> t.tally().decided().cost())
        .longs("dated", t -> t.tally().dated())
        .text("days", t -> doubled(t, tally -> tally.would().days()))
        .text("decidedDays", t -> doubled(t, tally -> tally.decided().days()))
        .longs("tookUs", t -> t.tally().tookUs())
        .params();
  }

  private static Double doubled(Told told, ToDoubleFunction<ShadowTally> figure) {
    return figure.applyAsDouble(told.tally());
  }

  /** Day by day, the latest first. */
  public List<Day> figures(Tx tx, int version) {
    return tx.sql(FIGURES)
        .param("version", version)
        .query((row, n) -> new Day(row.getObject("day", LocalDate.class), row.getString("currency"), tally(row)))
        .list();
  }

  /** The latest first. */
  public List<ShadowOrder> orders(Tx tx, int version, UUID before, int limit) {
    return tx.sql(ORDERS)
        .param("version", version)
        .param("before", before)
        .param("limit", limit)
        .query(ShadowStore::order)
        .list();
  }

  /** Adds up what transactions left, and forgets orders that are old or too many. */
  public void tidy(Tx tx, Instant orders, LocalDate days, int most) {
    tx.sql(ADD_UP).param("summed", SUMMED).update();
    tx.sql(FORGET_DAYS).param("before", days.toString()).update();
    tx.sql(FORGET_OLD).param("before", orders.toString()).update();
    for (int version : tx.sql(VERSIONS).query(Integer.class).list()) {
      tx.sql(FORGET_MANY).param("version", version).param("most", most).update();
    }
  }

  private static LocalDate day(Instant at) {
    return at.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static ShadowTally tally(ResultSet row) throws SQLException {
    return new ShadowTally(
        row.getLong("orders"),
        row.getLong("differ"),
        row.getLong("failed"),
        row.getLong("cut_off"),
        new ShadowSums(
            row.getLong("unplaced"), row.getLong("parcels"), row.getLong("late"), row.getLong("cost"),
            row.getDouble("days")),
        new ShadowSums(
            row.getLong("decided_unplaced"), row.getLong("decided_parcels"), row.getLong("decided_late"),
            row.getLong("decided_cost"), row.getDouble("decided_days")),
        row.getLong("priced"),
        row.getLong("dated"),
        row.getLong("took_us"));
  }

  private static ShadowOrder order(ResultSet row, int n) throws SQLException {
    String would = row.getString("would");
    String moves = row.getString("moves");
    return new ShadowOrder(
        row.getInt("version"),
        row.getObject("decision_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("number"),
        row.getString("decided_by"),
        row.getString("decided"),
        row.getString("rule"),
        would,
        moves == null || moves.isEmpty() ? List.of() : List.of(moves.split(BETWEEN)),
        would == null ? null : outlay(row, "cost", "days", row.getBoolean("late")),
        outlay(row, "decided_cost", "decided_days", row.getBoolean("decided_late")),
        row.getString("currency"),
        row.getString("trouble"),
        row.getTimestamp("at").toInstant());
  }

  /** How many parcels there are is not kept. */
  private static Outlay outlay(ResultSet row, String cost, String days, boolean late) throws SQLException {
    return new Outlay(
        0, row.getObject(cost, Long.class), row.getObject(days, Double.class), late);
  }
}
