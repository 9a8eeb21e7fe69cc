package dev.crossdock.routing.criteria.stockshare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.routing.criteria.Scene;
import org.junit.jupiter.api.Test;

class StockShareTest {

  @Test
  void theLargestShareCounts() {
    assertThat(Scene.plain().line("A", 3).line("B", 1).stock("A", 4).stock("B", 10).rated(new StockShare()))
        .isEqualTo("75 | gives 75 % of its stock");
    assertThat(Scene.plain().line("A", 3).rated(new StockShare())).isEqualTo("100 | gives 100 % of its stock");
  }
}
