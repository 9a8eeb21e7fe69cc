package dev.crossdock.routing.trials;

import dev.crossdock.orders.history.PastOrders;
import dev.crossdock.platform.db.Tx;
import dev.crossdock.platform.ids.Ids;
import dev.crossdock.routing.criteria.Fault;
import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.trials.internal.BacktestStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tries policies on the orders of the past. What is asked for is stored, and done by the {@link BacktestWorker}. */
public final class Backtests {

  /** No window may have more orders. */
  public static final int ORDERS_MAX = 200_000;

  /** What is taken for granted where the past is not kept, a sentence each. */
  public static final List<String> ASSUMED =
      List.of(
          "Orders are tried as they are now: what was cancelled of them since is not shipped.",
          "Stock moves as it really did for any reason but orders: receipts, counts, transfers, returns.",
          "What a location was given before the first of these orders does not count against its capacity.",
          "How fast a SKU sells and how old its stock is are reckoned once a day, from what really happened.",
          "What SKUs ask of their shipper is looked up for some hundred orders at a time; their weights are of today.",
          "A customer's last order came from where it really did, whatever a policy would have chosen.",
          "Parcels cost and take what the rate cards of the time say, what really happened too.",
          "Units without a place are left out of the cost and the parcels of an order.");

  static final int DAYS_MAX = 366;
  private static final int PAGE_MAX = 200;
  private static final UUID LAST = new UUID(-1, -1);

  private final PastOrders past;
  private final CaseTrial policies;
  private final Ids ids;
  private final Runnable begun;
  private final BacktestStore store = new BacktestStore();

  /**
   * Backtests that somebody does.
   *
   * @param begun called after each commit that stored one, usually {@code BacktestWorker::wake}
   */
  public Backtests(PastOrders past, CaseTrial policies, Ids ids, Runnable begun) {
    this.past = past;
    this.policies = policies;
    this.ids = ids;
    this.begun = begun;
  }

  /**
   * What is asked for.
   *
   * @param policy a pasted one; null for a stored version
   * @param to orders taken in before then
   */
  public record Wish(@Nullable JsonNode policy, @Nullable Integer version, Instant from, Instant to) {}

  /** Difference number n. */
  public record Numbered(int n, Difference difference) {}

  /** Stores a backtest to be done, or says what is wrong with it. */
  public Parsed<Backtest> begin(Tx tx, Wish wish) {
    if (!wish.from().isBefore(wish.to()) || Duration.between(wish.from(), wish.to()).toDays() > DAYS_MAX) {
      return wrong("/from", "must be before to, by at most " + DAYS_MAX + " days");
    }
    Parsed<PolicyInForce> policy = policy(tx, wish);
    if (policy instanceof Parsed.Wrong<PolicyInForce> wrong) {
      return new Parsed.Wrong<>(wrong.faults());
    }
    int total = past.count(tx, wish.from(), wish.to(), ORDERS_MAX + 1);
    if (total > ORDERS_MAX) {
      return wrong("/from", "must leave at most " + ORDERS_MAX + " orders in the window");
    }
    String label = policy instanceof Parsed.Read<PolicyInForce> read ? read.content().label() : "";
    Backtest backtest =
        new Backtest(
            ids.next(), Backtest.State.WAITING, wish.version(), label, wish.from(), wish.to(), 0, total, tx.now(),
            null, null, null);
    String content = content(tx, wish);
    store.insert(tx, backtest, content, policies.digest(content));
    tx.afterCommit(begun);
    return new Parsed.Read<>(backtest);
  }

  private Parsed<PolicyInForce> policy(Tx tx, Wish wish) {
    JsonNode pasted = wish.policy();
    Integer version = wish.version();
    if (pasted != null && version == null) {
      return policies.pasted(pasted);
    }
    return version != null && pasted == null
        ? policies.version(tx, version)
        : wrong("/policy", "must be given, or a policyVersion in its place");
  }

  /** What is tried, word by word: a draft may say something else by the time it is done. */
  private String content(Tx tx, Wish wish) {
    JsonNode pasted = wish.policy();
    Integer version = wish.version();
    return pasted != null || version == null ? String.valueOf(pasted) : policies.content(tx, version).orElseThrow();
  }

  public Optional<Backtest> find(Tx tx, UUID id) {
    return store.find(tx, id).map(BacktestStore.Row::backtest);
  }

  /** Those of a policy that says this, going on or done; the latest first. */
  public List<Backtest> of(Tx tx, String content) {
    return store.of(tx, policies.digest(content));
  }

  /** The latest first, from behind this one. */
  public List<Backtest> list(Tx tx, @Nullable UUID after, int limit) {
    return store.list(tx, after == null ? LAST : after, Math.clamp(limit, 1, PAGE_MAX)).stream()
        .map(BacktestStore.Row::backtest)
        .toList();
  }

  /** Orders on which the ways differ, in the order in which they came, from behind this number. */
  public List<Numbered> orders(Tx tx, UUID id, int after, int limit) {
    return store.orders(tx, id, after, Math.clamp(limit, 1, PAGE_MAX)).stream()
        .map(row -> new Numbered(row.n(), row.difference()))
        .toList();
  }

  /** Ends it without a report; false when it has ended already. */
  public boolean cancel(Tx tx, UUID id) {
    return store.cancel(tx, id);
  }

  private static <T> Parsed<T> wrong(String path, String rule) {
    return new Parsed.Wrong<>(List.of(new Fault(path, rule)));
  }
}
