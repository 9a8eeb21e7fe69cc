package dev.crossdock.channels.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.channels.publishing.Simulation.Account;
import dev.crossdock.channels.publishing.Simulation.Result;
import dev.crossdock.channels.publishing.Simulation.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a buffer that follows the lag costs and saves. */
class SimulationTest {

  private static final PublishRule PLAIN = PublishRule.ALL;

  /** Eight channels that take 0.2 to 3 seconds to be told. */
  private static Setup sale(long units, double buyers, double seconds, PublishRule rule, long seed) {
    List<Account> accounts = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      accounts.add(new Account(buyers / seconds / 8, Duration.ofMillis(200 + 400 * n)));
    }
    return new Setup(units, seconds, 0.2, accounts, rule, null, seed);
  }

  private static PublishRule following(@Nullable Integer expectedPerHour) {
    return new PublishRule(100, 0, 0, null, false, Map.of(), new LagBuffer(true, null, expectedPerHour));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aRushThatWasExpectedSellsEverythingOnceAndNothingTwice(long seed) {
    Result plain = Simulation.run(sale(100, 10_000, 30, PLAIN, seed));
    Result following = Simulation.run(sale(100, 10_000, 30, following(1_200_000), seed));

    assertThat(plain.oversold()).as("told without a buffer").isGreaterThan(300);
    assertThat(following.oversold()).isZero();
    assertThat(following.unsold()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aRushNobodyExpectedIsContained(long seed) {
    Result plain = Simulation.run(sale(1_000, 4_000, 120, PLAIN, seed));
    Result following = Simulation.run(sale(1_000, 4_000, 120, following(null), seed));

    assertThat(plain.oversold()).isGreaterThan(50);
    assertThat(following.oversold()).isZero();
    assertThat(following.unsold()).isZero();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void anOrdinaryDayCostsTheLastUnitAtMost(long seed) {
    Result following = Simulation.run(sale(50, 60, 86_400, following(null), seed));

    assertThat(following.oversold()).isZero();
    assertThat(following.unsold()).isLessThanOrEqualTo(1);
  }

  @Test
  void pollingEveryQuarterOfAnHourSellsWhatIsLongGone() {
    Setup sale = sale(100, 10_000, 30, PLAIN, 1);
    Setup polled =
        new Setup(
            sale.units(), sale.seconds(), sale.orderSeconds(), sale.accounts(), PLAIN, Duration.ofMinutes(15), 1);

    assertThat(Simulation.run(polled).oversold()).isEqualTo(700);
  }

  @Test
  void comparesTheKindsOfBuffer() {
    List<Trial.Seller> sellers =
        List.of(
            new Trial.Seller("a", "1", 1_800, Duration.ofSeconds(5)),
            new Trial.Seller("b", "1", 1_800, Duration.ofSeconds(5)));
    Trial.Comparison found = Trial.compare(new Trial.Assumptions(100, 3_600, sellers, 10_000, 3));

    assertThat(found.none().oversold()).isGreaterThan(found.fixed().oversold()).isGreaterThan(1);
    assertThat(found.following().oversold()).isZero();
    assertThat(found.none().unsold()).isZero();
    assertThat(Trial.compare(found.assumptions())).isEqualTo(found);
  }

  @Test
  void theSameSeedGivesTheSameSale() {
    Setup sale = sale(100, 1_000, 30, following(null), 7);

    assertThat(Simulation.run(sale)).isEqualTo(Simulation.run(sale));
  }
}
