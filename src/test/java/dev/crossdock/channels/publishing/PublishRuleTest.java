package dev.crossdock.channels.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of so many units. */
class PublishRuleTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "         10 | 100 |  0 | 0 |  - | 10",
        "          0 | 100 |  0 | 0 |  - | 0",
        "         -3 | 100 |  0 | 0 |  - | 0",
        "         10 |  50 |  0 | 0 |  - | 5",
        "         11 |  50 |  0 | 0 |  - | 5",
        "          1 |  99 |  0 | 0 |  - | 0",
        "         10 |   0 |  0 | 0 |  - | 0",
        "         10 | 100 |  3 | 0 |  - | 7",
        "          3 | 100 |  3 | 0 |  - | 0",
        "          2 | 100 |  3 | 0 |  - | 0",
        "         10 |  50 |  2 | 0 |  - | 3",
        "          5 | 100 |  0 | 5 |  - | 5",
        "          4 | 100 |  0 | 5 |  - | 0",
        "          7 | 100 |  3 | 5 |  - | 0",
        "         10 | 100 |  0 | 0 |  4 | 4",
        "         10 | 100 |  0 | 0 |  0 | 0",
        "         10 | 100 |  0 | 5 |  4 | 4",
        " 9999999999 | 100 |  0 | 0 |  - | 2147483647",
        " 9999999999 |  50 |  0 | 0 |  - | 1073741823",
        "         10 | 100 | 2147483647 | 0 | - | 0",
      })
  void showsTheShareLessTheBufferWithinItsBounds(
      long available, int share, int buffer, int min, Integer max, int owed) {
    PublishRule rule = new PublishRule(share, buffer, min, max, false, Map.of(), LagBuffer.OPEN);
    assertThat(rule.owed(available)).isEqualTo(owed);
  }

  @Test
  void aListingTakesFromItsAccountWhatItLeavesOpen() {
    RuleInput account = new RuleInput("c", "a", "", 80, 2, null, 50, null, Map.of());
    RuleInput own = new RuleInput("c", "a", "X", null, 0, 3, null, true, Map.of());

    PublishRule rule = PublishRule.ALL.with(account).with(own);

    assertThat(rule).isEqualTo(new PublishRule(80, 0, 3, 50, true, Map.of(), LagBuffer.OPEN));
  }
}
