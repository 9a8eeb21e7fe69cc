package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.history.Position;
import dev.crossdock.inventory.history.PositionQuery;
import dev.crossdock.testing.Db;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of every document by many at the same time: afterwards the check finds nothing, and each level is
 * what the writers, put together, remember of it.
 */
class StockDocumentsHistoryTest {

  private static final int WRITERS = 6;
  private static final int STEPS = 70;
  private static final int ON_HAND = 60;

  @RegisterExtension
  final Db db = Db.fresh();

  @ParameterizedTest
  @ValueSource(longs = {1, 20261121, 77})
  void agreesWithWhatTheWritersRemember(long seed) throws InterruptedException, ExecutionException {
    World world =
        new World(db.dataSource())
            .locations("EAST", "WEST")
            .costed("HOT", CostMethod.FIFO)
            .costed("WARM", CostMethod.MOVING_AVERAGE);
    for (String sku : DocumentWriter.SKUS) {
      world.count(sku, "EAST", ON_HAND).count(sku, "WEST", ON_HAND);
    }

    List<DocumentWriter> writers = run(world, seed);

    assertThat(world.deadlocks(db.dataSource())).as("deadlocks, seed " + seed).isZero();
    assertThat(world.violations()).as("seed " + seed).isEmpty();
    for (Position position : positions(world)) {
      StockKey key = position.key();
      assertThat(position.onHand())
          .as("on hand of " + key + ", seed " + seed)
          .isEqualTo(ON_HAND + found(world, key) + writers.stream().mapToInt(writer -> writer.onHand(key)).sum());
      assertThat(position.reserved())
          .as("reserved of " + key + ", seed " + seed)
          .isEqualTo(writers.stream().mapToInt(writer -> writer.reserved(key)).sum());
      assertThat(position.unavailableUnits())
          .as("unavailable of " + key + ", seed " + seed)
          .isEqualTo(writers.stream().mapToInt(writer -> writer.unavailable(key)).sum());
    }
  }

  private static List<DocumentWriter> run(World world, long seed) throws InterruptedException, ExecutionException {
    List<DocumentWriter> writers = new ArrayList<>();
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        DocumentWriter writer = new DocumentWriter(world, i, seed);
        writers.add(writer);
        runs.add(threads.submit(() -> writer.run(STEPS)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    return writers;
  }

  private static List<Position> positions(World world) {
    return world.read(tx -> world.history.now(tx, new PositionQuery(null, null, null, null, 100)));
  }

  private static long found(World world, StockKey key) {
    return world
        .sql
        .sql(
            """
            select coalesce(sum(on_hand_delta), 0) from stock_ledger
            where merchant = 1 and sku = :sku and location = :location and reason = 'FOUND_BY_SHIPPING'
            """)
        .param("sku", key.sku())
        .param("location", key.location())
        .query((row, number) -> row.getLong(1))
        .single();
  }
}
