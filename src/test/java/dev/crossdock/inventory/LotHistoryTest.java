package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.SkuValue;
import dev.crossdock.inventory.lots.LotAt;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.testing.Db;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of lots and serial numbers by many at the same time: afterwards the check finds nothing, and each
 * level holds what the writers, put together, remember of it.
 */
class LotHistoryTest {

  private static final int WRITERS = 5;
  private static final int STEPS = 80;

  @RegisterExtension
  final Db db = Db.fresh();

  @ParameterizedTest
  @ValueSource(longs = {3, 20261121})
  void agreesWithWhatTheWritersRemember(long seed) throws InterruptedException, ExecutionException {
    World world =
        new World(db.dataSource())
            .locations("EAST", "WEST")
            .tracked("MILK", Tracking.LOT_EXPIRY, 5)
            .tracked("NUTS", Tracking.LOT, 0)
            .tracked("PHONE", Tracking.SERIAL, 0)
            .costed("MILK", CostMethod.FIFO)
            .costed("PHONE", CostMethod.MOVING_AVERAGE);

    List<LotWriter> writers = run(world, seed);

    assertThat(world.deadlocks(db.dataSource())).as("deadlocks, seed " + seed).isZero();
    assertThat(world.violations()).as("seed " + seed).isEmpty();
    for (String sku : LotWriter.SKUS) {
      List<LotAt> lots = world.read(tx -> world.lots.of(tx, sku));
      for (String location : LotWriter.LOCATIONS) {
        StockKey key = new StockKey(sku, location);
        assertThat(lots.stream().filter(lot -> lot.location().equals(location)).mapToInt(LotAt::onHand).sum())
            .as("units of " + key + " by lot, seed " + seed)
            .isEqualTo(writers.stream().mapToInt(writer -> writer.onHand(key)).sum())
            .isEqualTo(onHand(world, key));
      }
    }
    for (SkuValue value : world.read(tx -> world.costing.values(tx, null, null, 10))) {
      assertThat(value.value() + gone(world, value.sku()))
          .as("what came of " + value.sku() + " is what went and what is left, seed " + seed)
          .isEqualTo(came(world, value.sku()))
          .isPositive();
    }
    int changed = world.write(tx -> world.lots.expire(tx, 1_000)).lots();
    assertThat(world.violations()).as("after %d lots expired, seed %d", changed, seed).isEmpty();
    assertThat(world.write(tx -> world.lots.expire(tx, 1_000)).lots()).isZero();
  }

  private static long came(World world, String sku) {
    return sum(world, "value", sku, "units > 0");
  }

  private static long gone(World world, String sku) {
    return -sum(world, "value", sku, "units < 0");
  }

  private static long sum(World world, String column, String sku, String which) {
    String sql = "select coalesce(sum(%s), 0) from cost_entry where sku = '%s' and %s".formatted(column, sku, which);
    return world.sql.sql(sql).query(Long.class).single();
  }

  private static int onHand(World world, StockKey key) {
    StockView view = world.read(tx -> world.stock.available(tx, Set.of(key.sku())));
    return view.of(key.sku()).stream()
        .filter(level -> level.location().code().equals(key.location()))
        .mapToInt(StockAt::onHand)
        .sum();
  }

  private static List<LotWriter> run(World world, long seed) throws InterruptedException, ExecutionException {
    List<LotWriter> writers = new ArrayList<>();
    List<Future<?>> runs = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        LotWriter writer = new LotWriter(world, i, seed);
        writers.add(writer);
        runs.add(threads.submit(() -> writer.run(STEPS)));
      }
    }
    for (Future<?> run : runs) {
      run.get();
    }
    return writers;
  }
}
