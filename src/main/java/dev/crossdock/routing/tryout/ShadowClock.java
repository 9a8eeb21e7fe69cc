package dev.crossdock.routing.tryout;

import dev.crossdock.routing.engine.PolicyInForce;
import dev.crossdock.routing.facts.Facts;
import dev.crossdock.routing.facts.StockFacts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the shadows of a batch a little time, and no more. Each rule, and now and then a question about stock, looks at
 * the clock; between them the search is bounded by its own steps.
 */
final class ShadowClock {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long ONE_MOST = Duration.ofMillis(50).toNanos();
  private static final long ALL_MOST = Duration.ofMillis(250).toNanos();

  /** To look at the clock costs more than a question about stock. */
  private static final int QUESTIONS_A_LOOK = 16;

  private final LongSupplier nanos;
  private long spent;
  private long deadline;

  ShadowClock(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Nanoseconds of a processor's time, so that a shadow is not blamed for a busy machine; of a virtual thread, for
   * which nobody counts them, nanoseconds of the day.
   */
  static long spentByThisThread() {
    return Thread.currentThread().isVirtual() ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
  }

  /** The time is over. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooLong() {
      super("the shadow took too long", null, false, false);
    }
  }

  /** Somebody is asked from now on. */
  long begin() {
    long now = nanos.getAsLong();
    deadline = now + Math.min(ONE_MOST, ALL_MOST - spent);
    return now;
  }

  /** How long it took. */
  long end(long begin) {
    long took = nanos.getAsLong() - begin;
    spent += took;
    return took;
  }

  /** The same policy, each rule of which looks at the clock first. */
  PolicyInForce watching(PolicyInForce policy) {
    return new PolicyInForce(
        policy.name(),
        policy.version(),
        policy.rules().stream()
            .map(
                rule ->
                    new PolicyInForce.Ruled(
                        rule.name(),
                        facts -> {
                          check();
                          String objection = rule.when().objection(facts);
                          check();
                          return objection;
                        },
                        rule.strategy(),
                        rule.timing()))
            .toList());
  }

  /** The same facts, each question about stock looks at the clock first. */
  Facts watching(Facts facts) {
    return new Facts(facts.order(), facts.places(), new Stock(facts.stock()), facts.tariffs(), facts.now());
  }

  private void check() {
    if (nanos.getAsLong() - deadline > 0) {
      throw new TooLong();
    }
  }

  private final class Stock implements StockFacts {
    private final StockFacts real;
    private int questions;

    Stock(StockFacts real) {
      this.real = real;
    }

    @Override
    public int available(String sku, String location) {
      questions++;
      if (questions % QUESTIONS_A_LOOK == 0) {
        check();
      }
      return real.available(sku, location);
    }

    @Override
    public @Nullable Double soldPerDay(String sku, String location) {
      return real.soldPerDay(sku, location);
    }

    @Override
    public @Nullable Integer ageDays(String sku, String location) {
      return real.ageDays(sku, location);
    }
  }
}
