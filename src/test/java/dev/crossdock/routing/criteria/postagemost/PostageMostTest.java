package dev.crossdock.routing.criteria.postagemost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import org.junit.jupiter.api.Test;

class PostageMostTest {

  @Test
  void theServiceThatKeepsThePromiseCounts() {
    Scene scene = Scene.plain().line("A", 1).quote("Slow", "EUR", 300, "2026-11-30T10:00:00Z")
        .quote("Fast", "EUR", 900, "2026-11-24T10:00:00Z");

    assertThat(scene.judged(new PostageMost(300, "EUR", Unknown.OUT))).isEmpty();
    assertThat(scene.promised(null, "2026-11-25T10:00:00Z").judged(new PostageMost(300, "EUR", Unknown.OUT))).isEqualTo(
        "costs 9.00 EUR with Post Fast, and 3.00 EUR is the limit | if it were 6.00 EUR less");
  }

  @Test
  void otherCurrenciesAreNeverCompared() {
    Scene scene = Scene.plain().line("A", 1).quote("Day", "USD", 1, null);

    assertThat(scene.judged(new PostageMost(300, "EUR", Unknown.STAY)))
        .isEqualTo("stays: has its postage in USD, and the order is in EUR");
    assertThat(scene.currency("USD").judged(new PostageMost(300, "EUR", Unknown.OUT)))
        .isEqualTo("has its postage not in EUR | if the order were in EUR");
    assertThat(Scene.plain().line("A", 1).judged(new PostageMost(300, "EUR", Unknown.OUT)))
        .isEqualTo("has no rate card for this parcel | if its postage were known");
  }
}
