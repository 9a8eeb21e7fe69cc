package dev.crossdock.routing.tryout;

import dev.crossdock.orders.exceptions.ExceptionType;
import dev.crossdock.orders.exceptions.Exceptions;
import dev.crossdock.orders.exceptions.NewException;
import dev.crossdock.orders.history.Punctuality;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.journal.Journal;
import dev.crossdock.platform.journal.JournalEntry;
import dev.crossdock.routing.policies.Policies;
import dev.crossdock.routing.policies.PolicyOutcome;
import dev.crossdock.routing.policies.PolicyState;
import dev.crossdock.routing.policies.PolicyVersion;
import dev.crossdock.routing.tryout.internal.CanaryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Watches the version that decides for a part of the orders, and takes it back when it does worse than the active. */
public final class Canaries {

  /** Of each side, the latest orders that are asked whether they are late. */
  public static final int LOOKED_AT_MOST = 10_000;

  private static final Duration KEPT = Duration.ofDays(30);

  private final Policies policies;
  private final Exceptions exceptions;
  private final Journal journal;
  private final Punctuality punctuality = new Punctuality();
  private final CanaryStore store = new CanaryStore();

  public Canaries(Policies policies, Exceptions exceptions, Journal journal) {
    this.policies = policies;
    this.exceptions = exceptions;
    this.journal = journal;
  }

  /** What came of orders since the version is in its state, or of all while it was a canary. */
  public CanaryFigures figures(Tx tx, PolicyVersion version) {
    boolean out = version.state() == PolicyState.CANARY;
    Instant since = out ? policies.since(tx, version.version()).orElse(Instant.EPOCH) : Instant.EPOCH;
    List<CanaryStore.Counts> counts = store.counts(tx, version.version(), since);
    return new CanaryFigures(side(tx, version, counts, true, since), side(tx, version, counts, false, since));
  }

  private CanaryFigures.Side side(
      Tx tx, PolicyVersion version, List<CanaryStore.Counts> counts, boolean mine, Instant since) {
    CanaryStore.Counts found = counts.stream().filter(each -> each.mine() == mine).findFirst().orElse(null);
    if (found == null) {
      return CanaryFigures.Side.NONE;
    }
    Map<?, Boolean> due =
        punctuality.due(tx, store.latest(tx, version.version(), found, since, LOOKED_AT_MOST));
    int late = (int) due.values().stream().filter(Boolean::booleanValue).count();
    return new CanaryFigures.Side(found.orders(), found.unplaced(), found.rejected(), due.size(), late);
  }

  /** What a canary is held against. */
  public CanaryLimits limits(Tx tx) {
    return store.limits(tx).orElse(CanaryLimits.USUAL);
  }

  /** Says what holds from now on; the journal tells it. */
  public void put(Tx tx, CanaryLimits limits) {
    int version = store.put(tx, limits);
    String payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("ordersLeast", limits.ordersLeast())
            .put("rejectedPointsMore", limits.rejectedPointsMore())
            .put("latePointsMore", limits.latePointsMore())
            .toString();
    journal.append(
        tx, List.of(new JournalEntry("routing-canary", version, "routing.canary-limits.changed", tx.now(), payload)));
  }

  /** Archives the canary when it does worse than it may; open orders keep their places. Forgets what is too old. */
  public void look(Tx tx) {
    store.forget(tx, tx.now().minus(KEPT));
    Optional<PolicyVersion> canary =
        policies.trying(tx).stream().filter(version -> version.state() == PolicyState.CANARY).findFirst();
    if (canary.isPresent()) {
      limits(tx).broken(figures(tx, canary.get())).ifPresent(why -> fallBack(tx, canary.get(), why));
    }
  }

  private void fallBack(Tx tx, PolicyVersion canary, String why) {
    if (!(policies.fallBack(tx, canary.version()) instanceof PolicyOutcome.Done)) {
      return;
    }
    String key = "policy-fell-back:" + canary.version();
    exceptions.open(
        tx,
        List.of(
            new NewException(
                ExceptionType.POLICY_FELL_BACK, key, key, null, null, null, null,
                "Version " + canary.version() + " of the routing policy no longer decides for "
                    + canary.canaryPercent() + " % of orders. " + why,
                "Look at the orders that it decided, and put it right in a draft. Orders keep the places they have.",
                Map.of("version", Integer.toString(canary.version())))));
  }
}
