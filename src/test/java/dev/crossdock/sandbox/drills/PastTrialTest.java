package dev.crossdock.sandbox.drills;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.sandbox.drills.kit.DrillResult;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PastTrialTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void waitsWhileABacktestIsGoingOn() {
    assertThat(PastTrial.isGoing(json("{'state': 'WAITING', 'report': null, 'finishedAt': null}"))).isTrue();
    assertThat(PastTrial.isGoing(json("{'state': 'RUNNING', 'report': null, 'finishedAt': null}"))).isTrue();
    assertThat(PastTrial.isGoing(json("{'state': 'DONE', 'report': {}, 'finishedAt': '2026-11-20T12:00:00Z'}")))
        .isFalse();
    assertThat(PastTrial.isGoing(json("{'state': 'FAILED', 'trouble': 'It broke off.'}"))).isFalse();
  }

  @Test
  void reckonsOrdersASecond() {
    DrillResult result = told("{'state': 'DONE', 'report': {'orders': 2000, 'tookMs': 500}}");

    assertThat(result.passed()).isTrue();
    assertThat(result.figures()).containsEntry("backtest_orders_per_s", BigDecimal.valueOf(4_000));
  }

  @Test
  void missesTheBarsWhenOrdersWereNotTried() {
    DrillResult result = told("{'state': 'DONE', 'report': {'orders': 1999, 'tookMs': 500}}");

    assertThat(result.missed()).containsExactly("backtest_orders is 1999, the floor is 2000");
  }

  @Test
  void tellsWhyThereIsNoReport() {
    DrillResult result = told("{'state': 'FAILED', 'done': 7, 'report': null, 'trouble': 'Too many changes.'}");

    assertThat(result.missed()).contains("the backtest is FAILED after 7 orders: Too many changes.");
  }

  private static DrillResult told(String backtest) {
    DrillResult.Builder result = DrillResult.of("routing");
    PastTrial.told(json(backtest), 2_000, result);
    return result.build();
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
