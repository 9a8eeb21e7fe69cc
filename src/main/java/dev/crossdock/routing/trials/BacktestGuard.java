package dev.crossdock.routing.trials;

import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.policies.ActivationGuard;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.trials.internal.BacktestStore;
import dev.crossdock.routing.trials.internal.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Before a version decides for everybody there must be a backtest of exactly these rules against those that decide now,
 * on orders of late, and on enough of them to mean something; and what it found must keep within the guard-rails as
 * they are now. The latest that is such a one counts.
 */
public final class BacktestGuard implements ActivationGuard {

  /** Stock, rates and demand move on: orders of longer ago tell little of those to come. */
  static final Duration AGE_MOST = Duration.ofDays(7);

  /** Fewer orders prove nothing: of a hundred, one late order is a point of per cent. */
  static final int ORDERS_LEAST = 100;

  /** How far back orders make a past. */
  static final Duration PAST = Duration.ofDays(30);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final PastOrders orders;
  private final PolicyReader reader;
  private final Guard guard = new Guard();
  private final BacktestStore store = new BacktestStore();

  public BacktestGuard(PastOrders orders, PolicyReader reader) {
    this.orders = orders;
    this.reader = reader;
  }

  /** What a backtest is held against. */
  record Bar(String activeDigest, GuardRails rails, int ordersLeast, Instant now) {}

  @Override
  public List<Objection> objections(Tx tx, PolicyVersion candidate, PolicyVersion active) {
    int past = orders.count(tx, tx.now().minus(PAST), tx.now(), ORDERS_LEAST);
    String draft = digest(candidate);
    String decides = digest(active);
    if (!guard.needed(tx).asks(past) || draft.equals(decides)) {
      return List.of();
    }
    return judge(store.of(tx, draft), new Bar(decides, guard.rails(tx), Math.min(ORDERS_LEAST, past), tx.now()));
  }

  /**
   * What speaks against it.
   *
   * @param tried backtests of these rules that are going on or done, the latest first
   */
  static List<Objection> judge(List<Backtest> tried, Bar bar) {
    Objection why = new Objection("backtest-missing", "It was not tried on the orders of the past yet.");
    for (Backtest backtest : tried.reversed()) {
      Backtest.Report report = backtest.report();
      Objection lacks = report == null ? going(backtest) : lacks(backtest, report, bar);
      why = lacks == null ? why : lacks;
    }
    for (Backtest backtest : tried) {
      Backtest.Report report = backtest.report();
      if (report != null && lacks(backtest, report, bar) == null) {
        return bar.rails().broken(report.draft().all(), report.active().all()).stream()
            .map(sentence -> new Objection("guard-rail", sentence))
            .toList();
      }
    }
    return List.of(why);
  }

  private static Objection going(Backtest backtest) {
    return new Objection(
        "backtest-going-on",
        String.format(
            Locale.ROOT, "It is being tried on the orders of the past: %,d of %,d so far.", backtest.done(),
            backtest.total()));
  }

  /** Why the backtest is no proof; null when it is one. */
  private static @Nullable Objection lacks(Backtest backtest, Backtest.Report report, Bar bar) {
    if (!bar.activeDigest().equals(report.activeDigest())) {
      return new Objection(
          "backtest-of-another", "It was tried against " + report.activePolicy() + ", which does not decide any more.");
    }
    if (backtest.to().isBefore(bar.now().minus(AGE_MOST))) {
      return new Objection(
          "backtest-old",
          "It was tried on orders until " + backtest.to().atZone(ZoneOffset.UTC).toLocalDate()
              + "; they must not be older than " + AGE_MOST.toDays() + " days.");
    }
    return backtest.done() < bar.ordersLeast()
        ? new Objection(
            "backtest-small",
            "It was tried on " + backtest.done() + " orders; it takes at least " + bar.ordersLeast() + ".")
        : null;
  }

  private String digest(PolicyVersion version) {
    return Fingerprint.of(reader.read(JSON.readTree(version.content())), version.content());
  }
}
