package dev.crossdock.routing.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.conditions.Expressions;
import dev.crossdock.routing.policies.ActivationGuard.Objection;
import dev.crossdock.routing.policies.PolicyReader;
import dev.crossdock.routing.trials.internal.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BacktestGuardTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String ACTIVE = "the-active";
  private static final PolicyReader READER = new PolicyReader(new Expressions());
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void asksForABacktestWhereThereIsNone() {
    assertThat(rules(List.of())).containsExactly("backtest-missing");
  }

  @Test
  void takesAFreshOneThatHeld() {
    assertThat(judge(done(100, ACTIVE, NOW, 100))).isEmpty();
    assertThat(judge(done(100, ACTIVE, NOW.minus(BacktestGuard.AGE_MOST), 100))).isEmpty();
  }

  @Test
  void tellsHowFarOneIsThatIsGoingOn() {
    assertThat(judge(of(Backtest.State.RUNNING, 1_200, NOW, null)))
        .containsExactly(
            new Objection("backtest-going-on", "It is being tried on the orders of the past: 1,200 of 2,000 so far."));
  }

  @Test
  void refusesOneAgainstAPolicyThatDecidesNoMore() {
    assertThat(judge(done(100, "another", NOW, 100)))
        .containsExactly(
            new Objection("backtest-of-another", "It was tried against web@2, which does not decide any more."));
  }

  @Test
  void refusesOrdersOfLongAgo() {
    assertThat(judge(done(100, ACTIVE, NOW.minus(Duration.ofDays(8)), 100)))
        .containsExactly(
            new Objection(
                "backtest-old", "It was tried on orders until 2026-11-13; they must not be older than 7 days."));
  }

  @Test
  void refusesTooFewOrdersUnlessThereAreNoMore() {
    Backtest small = done(99, ACTIVE, NOW, 100);

    assertThat(judge(small))
        .containsExactly(new Objection("backtest-small", "It was tried on 99 orders; it takes at least 100."));
    assertThat(BacktestGuard.judge(List.of(small), new BacktestGuard.Bar(ACTIVE, GuardRails.USUAL, 99, NOW)))
        .isEmpty();
  }

  @Test
  void holdsItAgainstTheGuardRailsOfToday() {
    Backtest dear = done(100, ACTIVE, NOW, 103);

    assertThat(judge(dear))
        .containsExactly(
            new Objection("guard-rail", "Cost per order in USD would rise by 3.00 %, and 2.00 % is the limit."));
    GuardRails wider = new GuardRails(3, 0, 0, 0);
    assertThat(BacktestGuard.judge(List.of(dear), new BacktestGuard.Bar(ACTIVE, wider, 100, NOW))).isEmpty();
  }

  @Test
  void letsTheLatestThatProvesAnythingCount() {
    Backtest held = done(100, ACTIVE, NOW, 100);
    Backtest dear = done(100, ACTIVE, NOW, 110);
    Backtest small = done(9, ACTIVE, NOW, 100);

    assertThat(rules(List.of(small, dear, held))).containsExactly("guard-rail");
    assertThat(rules(List.of(small, held, dear))).isEmpty();
    assertThat(rules(List.of(small, done(100, "another", NOW, 100)))).containsExactly("backtest-small");
  }

  @Test
  void asksWhatTheMerchantWantsAsked() {
    assertThat(Guard.Needed.WITH_A_PAST.asks(99)).isFalse();
    assertThat(Guard.Needed.WITH_A_PAST.asks(100)).isTrue();
    assertThat(Guard.Needed.ALWAYS.asks(0)).isTrue();
    assertThat(Guard.Needed.NEVER.asks(100)).isFalse();
  }

  @Test
  void takesPoliciesForTheSameWhoseRulesAre() {
    String one = "{\"name\": \"one\", \"rules\": [{\"name\": \"r\", \"otherwise\": {\"do\": \"backorder\"}}]}";
    String same =
        "{\"rules\": [{\"otherwise\": {\"do\": \"backorder\"}, \"name\": \"r\", \"enabled\": true}], \"name\": \"2\"}";
    String other = "{\"name\": \"one\", \"rules\": [{\"name\": \"r\", \"otherwise\": {\"do\": \"dropship\"}}]}";

    assertThat(print(one)).isEqualTo(print(same)).isNotEqualTo(print(other));
    assertThat(print("{}")).isNotEqualTo(print("{\"rules\": []}"));
  }

  private static String print(String content) {
    return Fingerprint.of(READER.read(JSON.readTree(content)), content);
  }

  private static List<Objection> judge(Backtest backtest) {
    return BacktestGuard.judge(List.of(backtest), new BacktestGuard.Bar(ACTIVE, GuardRails.USUAL, 100, NOW));
  }

  private static List<String> rules(List<Backtest> tried) {
    return BacktestGuard.judge(tried, new BacktestGuard.Bar(ACTIVE, GuardRails.USUAL, 100, NOW)).stream()
        .map(Objection::rule)
        .toList();
  }

  /** Of so many orders that cost a hundred each with the active policy. */
  private static Backtest done(int orders, String active, Instant to, long costPerOrder) {
    Side draft = side(orders, costPerOrder);
    Side other = side(orders, 100);
    Backtest.Report report =
        new Backtest.Report(
            "west@3", "web@2", active, draft, other, other, orders, 0, 0, 0, GuardRails.USUAL, List.of(), 1);
    return of(Backtest.State.DONE, orders, to, report);
  }

  private static Backtest of(Backtest.State state, int done, Instant to, Backtest.@Nullable Report report) {
    return new Backtest(
        new UUID(1, 1), state, 3, "west@3", to.minus(Duration.ofDays(14)), to, done, 2_000, to,
        report == null ? null : to, report, null);
  }

  private static Side side(int orders, long costPerOrder) {
    Figures figures =
        new Figures(orders, orders, orders, Map.of("USD", orders * costPerOrder), orders, orders, orders, 0, 0, 0);
    return new Side(figures, Map.of(), Map.of());
  }
}
