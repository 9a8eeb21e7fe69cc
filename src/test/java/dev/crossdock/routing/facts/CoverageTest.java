package dev.crossdock.routing.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.orders.ResolvedOrder.Component;
import dev.crossdock.routing.criteria.Scene;
import dev.crossdock.routing.facts.Parcel.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a place could ship. */
class CoverageTest {

  @Test
  void linesAreServedInTheirOrderAndUnitsOnce() {
    Scene scene = Scene.plain().line("A", 3).line("B", 1).line("A", 3).stock("A", 4);

    assertThat(parts(scene)).containsExactly(3, 1);
    assertThat(Coverage.of(scene.place(), scene.facts()).missing()).isEqualTo(3);
  }

  @Test
  void aKitIsWholeOrIsNot() {
    Component twoOfA = new Component("A", 2);
    Component oneMoreOfA = new Component("A", 1);
    Scene scene = Scene.plain().kit("KIT", 5, twoOfA, new Component("B", 1), oneMoreOfA).stock("A", 8).stock("B", 9);

    assertThat(parts(scene)).containsExactly(2);
    assertThat(Coverage.taken(Coverage.of(scene.place(), scene.facts()).parts()))
        .isEqualTo(Map.of("A", 6, "B", 2));
  }

  @Test
  void hugeNumbersAreNoTrouble() {
    Scene scene = Scene.plain()
        .kit("KIT", Integer.MAX_VALUE, new Component("A", Integer.MAX_VALUE))
        .line("A", 1)
        .stock("A", Integer.MAX_VALUE);

    assertThat(parts(scene)).containsExactly(1);
    assertThat(Goods.paid(scene.parcel())).isFinite().isPositive();
  }

  private static List<Integer> parts(Scene scene) {
    return Coverage.of(scene.place(), scene.facts()).parts().stream().map(Part::units).toList();
  }
}
