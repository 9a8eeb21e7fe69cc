package dev.crossdock.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long what is kept. */
class RetentionTest {

  private static final Instant ENDED = Instant.parse("2026-01-01T00:00:00Z");

  private final Retention retention = Retention.USUAL.withChannelRules(Map.of("strict", Duration.ofDays(30)));

  @Test
  void keepsEachClassItsOwnTimeAfterTheEnd() {
    assertThat(kept(DataClass.ORDER_CONTACT, "shop")).isEqualTo(Duration.ofDays(730));
    assertThat(kept(DataClass.SHIP_TO, "shop")).isEqualTo(Duration.ofDays(730));
    assertThat(kept(DataClass.BILL_TO, "shop")).isEqualTo(Duration.ofDays(3_650));
    assertThat(kept(DataClass.ORDER_NOTE, "shop")).isEqualTo(Duration.ofDays(180));
  }

  @Test
  void letsTheShorterOfTheMerchantsTimeAndTheChannelsRuleCount() {
    for (DataClass dataClass : DataClass.values()) {
      assertThat(kept(dataClass, "strict")).as(dataClass.name()).isEqualTo(Duration.ofDays(30));
    }
    Duration week = Duration.ofDays(7);
    Retention brief = new Retention(week, week, week, Map.of("strict", Duration.ofDays(30)));
    assertThat(brief.ended(DataClass.SHIP_TO, "strict", ENDED)).isEqualTo(ENDED.plus(week));
  }

  @Test
  void keepsWhatBelongsToAnOpenOrderUnlessTheChannelHasARule() {
    assertThat(retention.neverEnded("shop", ENDED)).isNull();
    assertThat(retention.neverEnded("strict", ENDED)).isEqualTo(ENDED.plus(Duration.ofDays(60)));
  }

  private Duration kept(DataClass dataClass, String channel) {
    return Duration.between(ENDED, retention.ended(dataClass, channel, ENDED));
  }
}
