package dev.crossdock.api.v1.routing.trials;

import dev.crossdock.routing.trials.Backtest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A backtest, how far it is, and its report once it is done.
 *
 * @param state {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code CANCELLED}
 * @param done orders looked at so far, of {@code total}
 */
record BacktestView(
    UUID id,
    String state,
    String policy,
    @Nullable Integer policyVersion,
    Instant from,
    Instant to,
    int done,
    int total,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable String trouble,
    @Nullable ReportView report) {

  static BacktestView of(Backtest backtest) {
    Backtest.Report report = backtest.report();
    return new BacktestView(
        backtest.id(),
        backtest.state().name(),
        backtest.policy(),
        backtest.policyVersion(),
        backtest.from(),
        backtest.to(),
        backtest.done(),
        backtest.total(),
        backtest.createdAt(),
        backtest.finishedAt(),
        backtest.trouble(),
        report == null ? null : ReportView.of(report));
  }

  /**
   * What it found.
   *
   * @param draft the policy that was tried
   * @param active the policy that decides now, through the same simulation
   * @param really what happened, at the rates of the time
   * @param differentOrders orders that went, or would have gone, different ways
   * @param erasedOrders orders whose address is gone: their country and region stood for it
   * @param held whether no guard-rail is broken
   * @param broken the guard-rails that are, one sentence each
   */
  record ReportView(
      String draftPolicy,
      String activePolicy,
      SideView draft,
      SideView active,
      SideView really,
      int orders,
      int differentOrders,
      int erasedOrders,
      int retriesLeftOut,
      boolean held,
      List<String> broken,
      long tookMs) {

    static ReportView of(Backtest.Report report) {
      return new ReportView(
          report.draftPolicy(),
          report.activePolicy(),
          SideView.of(report.draft()),
          SideView.of(report.active()),
          SideView.of(report.really()),
          report.orders(),
          report.different(),
          report.erased(),
          report.untried(),
          report.held(),
          report.broken(),
          report.tookMs());
    }
  }
}
