package dev.crossdock.routing.criteria.mayshiphazmat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.ItemFacts.Temperature;
import dev.crossdock.routing.facts.ItemFacts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MayShipHazmatTest {

  private static final ItemFacts BATTERY =
      new ItemFacts(100, 50, "9", Temperature.AMBIENT, false, null, Set.of());

  @Test
  void theClassMustBeAllowed() {
    Scene scene = Scene.plain().line("B", 1, 900, BATTERY).stock("B", 4);

    assertThat(scene.judged(new MayShipHazmat()))
        .isEqualTo("may not ship B, dangerous goods of class 9 | if it might ship class 9");
    assertThat(scene.goods(Set.of("3", "9"), Set.of(), true).judged(new MayShipHazmat())).isEmpty();
    assertThat(scene.goods(Set.of("*"), Set.of(), true).judged(new MayShipHazmat())).isEmpty();
    assertThat(scene.goods(Set.of("3"), Set.of(), true).judged(new MayShipHazmat())).startsWith("may not ship B");
  }

  @Test
  void aPlaceIsNotKeptOutForWhatItDoesNotHave() {
    assertThat(Scene.plain().line("B", 1, 900, BATTERY).line("A", 1).stock("A", 1).judged(new MayShipHazmat()))
        .isEmpty();
  }
}
