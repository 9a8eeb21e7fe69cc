package dev.crossdock.routing.criteria.keepssafetystock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class KeepsSafetyStockTest {

  @Test
  void unitsMustBeLeft() {
    Scene scene = Scene.plain().line("A", 3).stock("A", 5);

    assertThat(scene.judged(new KeepsSafetyStock(2, 0))).isEmpty();
    assertThat(scene.judged(new KeepsSafetyStock(4, 0)))
        .isEqualTo("would keep 2 units of A, and 4 are to stay | with 2 more units of A");
    assertThat(Scene.plain().line("A", 3).judged(new KeepsSafetyStock(4, 0))).isEmpty();
  }

  @Test
  void orDaysOfSales() {
    Scene scene = Scene.plain().line("A", 3).stock("A", 10).sold("A", 1.5);

    assertThat(scene.judged(new KeepsSafetyStock(1, 4))).isEmpty();
    assertThat(scene.judged(new KeepsSafetyStock(1, 5)))
        .isEqualTo("would keep 7 units of A, and 8 are to stay | with 1 more unit of A");
  }

  @Test
  void whereSalesAreNotKnownUnitsCount() {
    Scene scene = Scene.plain().line("A", 3).stock("A", 5);

    assertThat(scene.judged(new KeepsSafetyStock(2, 30))).startsWith("stays: has units of which nobody knows");
    assertThat(scene.judged(new KeepsSafetyStock(3, 30))).startsWith("would keep 2 units of A, and 3");
  }

  @Test
  void twoLinesOfOneSkuAreTakenTogether() {
    assertThat(Scene.plain().line("A", 2).line("A", 2).stock("A", 5).judged(new KeepsSafetyStock(2, 0)))
        .startsWith("would keep 1 unit of A");
  }
}
