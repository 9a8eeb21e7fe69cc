package dev.crossdock.routing.trials;

import dev.crossdock.platform.db.Actor;
import dev.crossdock.platform.db.Cause;
import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.platform.jobs.Rounds;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.trials.internal.BacktestStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does backtests, one at a time, on one thread. A process that dies leaves one behind, which begins anew with whoever
 * comes next once its lease has ended, or somebody has seen that it fell silent.
 */
public final class BacktestWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BacktestWorker.class);
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final Door door;
  private final String node;
  private final Ids ids;
  private final CaseTrial policies;
  private final PastReading sources;
  private final BacktestStore store = new BacktestStore();
  private final Guard guard = new Guard();
  private final Rounds rounds;

  /**
   * Nothing is done before {@link #start}, or by {@link #drain}.
   *
   * @param node what this process is called among all that work on one database
   */
  public BacktestWorker(
      Door door, String node, Ids ids, CaseTrial policies, PastReading past, Supplier<List<Merchant>> merchants) {
    this.door = door;
    this.node = node;
    this.ids = ids;
    this.policies = policies;
    this.sources = past;
    this.rounds = new Rounds("backtests", merchants, this::next);
  }

  /** Begins to look for backtests, first of all for those that were left behind. */
  public void start() {
    rounds.start();
  }

  /** What a node that has fallen silent was doing begins anew, here or wherever somebody is sooner. */
  public void takeOver(Merchant merchant, String silent) {
    door.run(merchant, cause(ids.next()), tx -> store.takeBack(tx, silent));
    wake();
  }

  /** There is something to do. */
  public void wake() {
    rounds.wake();
  }

  /** Does whatever waits of this merchant, here and now. */
  public void drain(Merchant merchant) {
    rounds.drain(merchant);
  }

  @Override
  public void close() {
    rounds.close();
  }

  /** One backtest; false when nothing waits. */
  private boolean next(Merchant merchant) {
    UUID lease = ids.next();
    Optional<BacktestStore.Row> taken =
        door.write(merchant, cause(lease), tx -> store.take(tx, node, lease, tx.now().plus(LEASE)));
    taken.ifPresent(row -> work(merchant, row, lease));
    return taken.isPresent();
  }

  private void work(Merchant merchant, BacktestStore.Row row, UUID lease) {
    UUID id = row.backtest().id();
    try {
      race(merchant, row, lease);
    } catch (BacktestRun.TooMuch e) {
      door.run(merchant, cause(id), tx -> store.end(tx, id, lease, null, e.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("backtest {} broke off", id, e);
      door.run(merchant, cause(id), tx -> store.end(tx, id, lease, null, "It broke off; the log says why."));
    }
  }

  /** What decided when it began. */
  private record Active(PolicyInForce policy, String digest) {}

  private void race(Merchant merchant, BacktestStore.Row row, UUID lease) {
    long begin = System.nanoTime();
    Backtest backtest = row.backtest();
    UUID id = backtest.id();
    PolicyInForce draft = policy(policies.said(row.policy(), backtest.policyVersion()));
    Active active = door.read(merchant, tx -> new Active(policies.active(tx), policies.activeDigest(tx)));
    BacktestRun run = new BacktestRun(sources, door, merchant, backtest, draft, active.policy());
    int[] told = {0};
    Race.Outcome outcome =
        run.run(
            step -> {
              boolean ours =
                  !rounds.isClosed() && door.write(merchant, cause(id), tx -> tell(tx, id, lease, step, told[0]));
              told[0] += step.differences().size();
              return ours;
            });
    if (outcome != null) {
      long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
      door.run(merchant, cause(id), tx -> end(tx, id, lease, report(tx, draft, active, outcome, took)));
    }
  }

  private boolean tell(Tx tx, UUID id, UUID lease, BacktestRun.Step step, int before) {
    if (!store.progress(tx, id, lease, step.seen(), tx.now().plus(LEASE))) {
      return false;
    }
    store.add(tx, id, before, step.differences());
    return true;
  }

  private void end(Tx tx, UUID id, UUID lease, Backtest.Report report) {
    store.end(tx, id, lease, report, null);
  }

  private static PolicyInForce policy(Parsed<PolicyInForce> asked) {
    return switch (asked) {
      case Parsed.Read<PolicyInForce> read -> read.content();
      case Parsed.Wrong<PolicyInForce> wrong ->
          throw new BacktestRun.TooMuch("The policy can't be tried any more: " + wrong.faults().getFirst().rule());
    };
  }

  private Backtest.Report report(
      Tx tx, PolicyInForce draft, Active active, Race.Outcome outcome, long tookMs) {
    GuardRails rails = guard.rails(tx);
    return new Backtest.Report(
        draft.label(), active.policy().label(), active.digest(), outcome.draft(), outcome.active(), outcome.really(),
        outcome.orders(),
        outcome.different(), outcome.erased(), outcome.untried(), rails,
        rails.broken(outcome.draft().all(), outcome.active().all()), tookMs);
  }

  private static Cause cause(UUID id) {
    return Cause.of(Actor.system("backtests"), "backtest", id);
  }
}
