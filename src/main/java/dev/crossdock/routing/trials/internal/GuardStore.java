package dev.crossdock.routing.trials.internal;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.trials.Guard;
import dev.crossdock.routing.trials.GuardRails;
import java.util.Optional;

/** Guard-rails of merchants. */
public final class GuardStore {

  private static final String FIND =
      """
      select g.cost_percent_most, g.late_points_most, g.unfilled_points_most, g.parcels_percent_most, g.backtest
      from routing_guard_rails g
      where g.merchant = :merchant
      """;

  private static final String PUT =
      """
      insert into routing_guard_rails (merchant, cost_percent_most, late_points_most, unfilled_points_most,
        parcels_percent_most, backtest, version, updated_at)
      values (:merchant, :cost, :late, :unfilled, :parcels, :backtest, 1, :now::timestamptz)
      on conflict (merchant) do update
      set cost_percent_most = excluded.cost_percent_most, late_points_most = excluded.late_points_most,
        unfilled_points_most = excluded.unfilled_points_most, parcels_percent_most = excluded.parcels_percent_most,
        backtest = excluded.backtest, version = routing_guard_rails.version + 1, updated_at = excluded.updated_at
      returning version
      """;

  /** What a merchant has said. */
  public record Row(GuardRails rails, Guard.Needed needed) {}

  public Optional<Row> find(Tx tx) {
    return tx.sql(FIND)
        .query(
            (row, n) ->
                new Row(
                    new GuardRails(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)),
                    Guard.Needed.valueOf(row.getString(5))))
        .optional();
  }

  /** The number of this change. */
  public int put(Tx tx, Row said) {
    GuardRails rails = said.rails();
    return tx.sql(PUT)
        .param("cost", rails.costPercentMost())
        .param("late", rails.latePointsMost())
        .param("unfilled", rails.unfilledPointsMost())
        .param("parcels", rails.parcelsPercentMost())
        .param("backtest", said.needed().name())
        .param("now", tx.now().toString())
        .query(Integer.class)
        .single();
  }
}
