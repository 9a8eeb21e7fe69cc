package dev.crossdock.routing.criteria.weightmost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.LocationKind;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.criteria.Unknown;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeightMostTest {

  @Test
  void theWholeParcelIsWeighed() {
    ItemFacts brick = new ItemFacts(3_000, 200, null, Temperature.AMBIENT, false, null, Set.of());
    Scene scene = Scene.plain().line("B", 10, 300, brick).stock("B", 4);

    assertThat(scene.judged(new WeightMost(12_000, Set.of(), Unknown.OUT))).isEmpty();
    assertThat(scene.stock("B", 5).judged(new WeightMost(12_000, Set.of(), Unknown.OUT)))
        .isEqualTo("would ship 15000 g, and 12000 g is the limit | if the limit were 15000 g");
    assertThat(scene.judged(new WeightMost(12_000, Set.of(LocationKind.STORE), Unknown.OUT))).isEmpty();
  }

  @Test
  void whatNobodyWeighed() {
    Scene scene = Scene.plain().line("A", 1).stock("A", 1);

    assertThat(scene.judged(new WeightMost(1, Set.of(), Unknown.STAY)))
        .isEqualTo("stays: would ship units that nobody weighed");
    assertThat(scene.judged(new WeightMost(1, Set.of(), Unknown.OUT))).endsWith("| if their weight were known");
  }
}
