package dev.crossdock.routing.criteria.postage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostageTest {

  @Test
  void theCheapestThatKeepsThePromise() {
    ItemFacts light = new ItemFacts(90, null, null, Temperature.AMBIENT, false, null, Set.of());
    Scene scene = Scene.plain().line("A", 1, 900, light).quote("Slow", "EUR", 300, "2026-11-30T10:00:00Z")
        .quote("Fast", "EUR", 900, "2026-11-24T10:00:00Z").quote("Faster", "EUR", 1_900, "2026-11-24T08:00:00Z");

    assertThat(scene.rated(new Postage(100_000))).isEqualTo("300 | costs 3.00 EUR with Post Slow");
    assertThat(scene.promised(null, "2026-11-24T12:00:00Z").rated(new Postage(100_000)))
        .isEqualTo("900 | costs 9.00 EUR with Post Fast");
    assertThat(scene.promised(null, "2026-11-23T12:00:00Z").rated(new Postage(100_000)))
        .isEqualTo("1900 | costs 19.00 EUR with Post Faster");
  }

  @Test
  void otherCurrenciesAreNotAddedUp() {
    Scene scene = Scene.plain().line("A", 1).quote("Day", "USD", 1, null);

    assertThat(scene.rated(new Postage(500)))
        .isEqualTo("500 | has its postage in USD, and the order is in EUR, taken for 5.00 EUR");
    assertThat(scene.quote("Own", "EUR", 800, null).rated(new Postage(500)))
        .isEqualTo("800 | costs 8.00 EUR with Post Own, not counting what nobody weighed");
    assertThat(Scene.plain().line("A", 1).rated(new Postage(500))).startsWith("500 | has no rate card for this parcel");
  }
}
