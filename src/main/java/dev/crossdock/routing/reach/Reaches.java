package dev.crossdock.routing.reach;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.Policy;
import dev.crossdock.routing.policies.Policy.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Counts what rules meet, of the last orders and in a short time: what takes longer is told of the orders that were
 * looked at until then. Each order is asked about as of the instant it came.
 */
public final class Reaches {

  private static final Duration READING_MOST = Duration.ofMillis(1_200);
  private static final Duration COUNTING_MOST = Duration.ofMillis(700);
  private static final int COUNTED_LEAST = 100;

  private final RecentOrders recent;
  private final Expressions expressions;
  private final LongSupplier nanos;

  /**
   * Counts of the orders that {@code recent} reads.
   *
   * @param nanos a clock that only ever grows
   */
  public Reaches(RecentOrders recent, Expressions expressions, LongSupplier nanos) {
    this.recent = recent;
    this.expressions = expressions;
    this.nanos = nanos;
  }

  /** What the rules of a policy meet; no transaction may be open. */
  public Reach of(Merchant merchant, Policy policy) {
    return of(merchant, policy.rules().stream().map(Optional::of).toList());
  }

  /** The same of rules that are still being written: one that can't be read is empty. */
  public Reach of(Merchant merchant, List<Optional<Rule>> rules) {
    RecentOrders.Look look = recent.look(merchant, within(READING_MOST));
    BooleanSupplier patience = within(COUNTING_MOST);
    Tally tally = new Tally(rules, expressions);
    int counted = 0;
    for (Seen order : look.orders()) {
      if (counted >= COUNTED_LEAST && !patience.getAsBoolean()) {
        return tally.told(false);
      }
      tally.add(order);
      counted++;
    }
    return tally.told(look.whole());
  }

  private BooleanSupplier within(Duration most) {
    long end = nanos.getAsLong() + most.toNanos();
    return () -> nanos.getAsLong() < end;
  }
}
