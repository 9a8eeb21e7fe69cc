package dev.crossdock.routing.criteria.longestside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LongestSideTest {

  @Test
  void theLongestSideCounts() {
    ItemFacts ski = new ItemFacts(3_000, 1_900, null, Temperature.AMBIENT, false, null, Set.of());
    Scene scene = Scene.plain().line("SKI", 1, 9_000, ski).stock("SKI", 1);

    assertThat(scene.judged(new LongestSide(1_900, Set.of(), Unknown.OUT))).isEmpty();
    assertThat(scene.judged(new LongestSide(1_200, Set.of(), Unknown.OUT)))
        .isEqualTo("ships nothing longer than 1200 mm, and SKI has 1900 mm | if the limit were 1900 mm");
    assertThat(scene.judged(new LongestSide(1_200, Set.of(LocationKind.STORE), Unknown.OUT))).isEmpty();
    assertThat(scene.kind(LocationKind.STORE).judged(new LongestSide(1_200, Set.of(LocationKind.STORE), Unknown.OUT)))
        .isNotEmpty();
  }

  @Test
  void whatNobodyMeasured() {
    Scene scene = Scene.plain().line("A", 1).stock("A", 1);

    assertThat(scene.judged(new LongestSide(1, Set.of(), Unknown.STAY))).isEqualTo("stays: has to guess how long A is");
    assertThat(scene.judged(new LongestSide(1, Set.of(), Unknown.OUT))).endsWith("| if its size were known");
  }
}
