package dev.crossdock.routing.criteria.inturn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InTurnTest {

  @Test
  void ordersAreSpreadEvenly() {
    int[] won = new int[4];
    for (int order = 0; order < 4_000; order++) {
      int best = 0;
      for (int code = 1; code < won.length; code++) {
        best = drawn(order, code) < drawn(order, best) ? code : best;
      }
      won[best]++;
    }
    assertThat(IntStream.of(won)).allMatch(times -> times > 850 && times < 1_150);
  }

  @Test
  void theSameOrderDrawsTheSameNumber() {
    assertThat(Scene.plain().rated(new InTurn()))
        .isEqualTo(Scene.plain().rated(new InTurn()))
        .contains(" | drew number ");
  }

  private static double drawn(int order, int code) {
    Scene scene = Scene.plain().number(String.valueOf(10_000 + order)).code("P" + code);
    return new InTurn().rate(scene.parcel(), scene.facts());
  }
}
