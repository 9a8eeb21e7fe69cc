package dev.crossdock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.Location;
import dev.crossdock.inventory.LocationKind;
import dev.crossdock.inventory.StockAt;
import dev.crossdock.inventory.StockView;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stock that a batch shares. */
class StockPoolTest {

  @Test
  void whatIsGivenBackWhereACountFellShortIsNotFree() {
    Location place =
        new Location(
            "NYC", "NYC", LocationKind.WAREHOUSE, "US", null, null, null, null, null, ZoneOffset.UTC, 100, true, 1);
    StockPool pool = StockPool.of(new StockView(Map.of("A", List.of(new StockAt(place, 2, 5, 0)))));

    pool.give("A", "NYC", 3);
    assertThat(pool.available("A", "NYC")).isZero();

    pool.give("A", "NYC", 1);
    assertThat(pool.available("A", "NYC")).isEqualTo(1);
  }
}
