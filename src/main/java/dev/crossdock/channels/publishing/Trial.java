package dev.crossdock.channels.publishing;

import dev.crossdock.channels.publishing.Simulation.Account;
import dev.crossdock.channels.publishing.Simulation.Result;
import dev.crossdock.channels.publishing.Simulation.Setup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sells what is left of a SKU many times over in made-up time, once with each kind of buffer, so that an operator sees
 * what a buffer costs and saves before it is switched on.
 */
public final class Trial {

  private static final int RUNS = 20;
  private static final int UNITS_MAX = 2_000;
  private static final double ORDER_SECONDS = 1;
  /** So much more is asked for than there is, so that every run ends with nothing left to sell. */
  private static final double DEMAND = 1.5;

  private Trial() {}

  /**
   * What is assumed.
   *
   * @param units at the start
   * @param perHour units an hour at all channels together
   * @param accounts where it sells, each with its part of that pace and its measured delay
   */
  public record Assumptions(long units, double perHour, List<Seller> accounts, int oversellOneIn, int fixedBuffer) {}

  /** An account that sells it. */
  public record Seller(String channel, String account, double perHour, Duration delay) {}

  /**
   * Means of all runs.
   *
   * @param oversold units sold twice
   * @param unsold units left although buyers were turned away
   */
  public record Outcome(double oversold, double unsold) {}

  /** What came of each kind of buffer. */
  public record Comparison(Assumptions assumptions, Outcome none, Outcome fixed, Outcome following) {}

  /** Compares; the same assumptions give the same answer. */
  public static Comparison compare(Assumptions told) {
    Assumptions given =
        new Assumptions(
            Math.clamp(told.units(), 1, UNITS_MAX), told.perHour(), told.accounts(), told.oversellOneIn(),
            told.fixedBuffer());
    return new Comparison(
        given,
        mean(given, PublishRule.ALL),
        mean(given, PublishRule.ALL.keeping(given.fixedBuffer())),
        mean(given, following(given.oversellOneIn(), null)));
  }

  private static PublishRule following(int oneIn, @Nullable Integer expected) {
    return new PublishRule(100, 0, 0, null, false, Map.of(), new LagBuffer(true, oneIn, expected));
  }

  private static Outcome mean(Assumptions given, PublishRule rule) {
    List<Account> accounts =
        given.accounts().stream().map(each -> new Account(each.perHour() / 3_600, each.delay())).toList();
    double perSecond = accounts.stream().mapToDouble(Account::perSecond).sum();
    double seconds = perSecond == 0 ? 0 : DEMAND * given.units() / perSecond;
    double oversold = 0;
    double unsold = 0;
    for (int seed = 1; seed <= RUNS; seed++) {
      Result result =
          Simulation.run(new Setup(given.units(), seconds, ORDER_SECONDS, accounts, rule, null, seed));
      oversold += result.oversold();
      unsold += result.unsold();
    }
    return new Outcome(oversold / RUNS, unsold / RUNS);
  }
}
