package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.inventory.costing.CostMethod;
import dev.crossdock.inventory.costing.SkuValue;
import dev.crossdock.inventory.skus.Tracking;
import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes are killed in the middle of every kind of stock work: what was committed adds up, and work goes on. */
class StockKillTest {

  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KILLS = 4;
  private static final int WRITERS = 4;
  private static final int ON_HAND = 60;
  private static final long SEED = 20_261_121;

  @RegisterExtension
  final Db db = Db.fresh();

  /** Which writers work: with documents of SKUs without lots, or with lots, serial numbers and what units cost. */
  enum Kind {
    DOCUMENTS,
    LOTS;

    Runnable writer(World world, int number, long seed, int steps) {
      return switch (this) {
        case DOCUMENTS -> () -> new DocumentWriter(world, number, seed).run(steps);
        case LOTS -> () -> new LotWriter(world, number, seed).run(steps);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void whateverMomentItIsTheBooksAgree(Kind kind) throws IOException, InterruptedException {
    World world = new World(db.dataSource()).locations("EAST", "WEST");
    stocked(world, kind);
    Random random = new Random(SEED);
    for (int round = 1; round <= KILLS; round++) {
      long until = rows(world) + 20 + random.nextInt(200);
      Process process = writers(kind, round);
      try {
        await().atMost(PATIENCE).until(() -> rows(world) >= until || !process.isAlive());
        assertThat(process.isAlive()).as("killed at its work, round %d", round).isTrue();
      } finally {
        process.toHandle().destroyForcibly();
      }
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(world.violations()).as("%s, round %d, seed %d", kind, round, SEED).isEmpty();
      assertThat(unbalanced(world)).as("value of %s, round %d, seed %d", kind, round, SEED).isEmpty();
    }
    long before = rows(world);
    kind.writer(world, (KILLS + 1) * WRITERS, SEED, 40).run();
    assertThat(rows(world)).as("nothing is left locked").isGreaterThan(before);
    assertThat(world.violations()).as("%s, seed %d", kind, SEED).isEmpty();
  }

  private static void stocked(World world, Kind kind) {
    switch (kind) {
      case DOCUMENTS ->
          DocumentWriter.SKUS.forEach(sku -> world.count(sku, "EAST", ON_HAND).count(sku, "WEST", ON_HAND));
      case LOTS ->
          world
              .tracked("MILK", Tracking.LOT_EXPIRY, 5)
              .tracked("NUTS", Tracking.LOT, 0)
              .tracked("PHONE", Tracking.SERIAL, 0)
              .costed("MILK", CostMethod.FIFO)
              .costed("PHONE", CostMethod.MOVING_AVERAGE);
    }
  }

  /** SKUs whose value is not what came less what went, or that nothing of value ever came to. */
  private static List<String> unbalanced(World world) {
    return world.read(tx -> world.costing.values(tx, null, null, 10)).stream()
        .filter(value -> value.value() != entries(world, value.sku()))
        .map(SkuValue::sku)
        .toList();
  }

  private static long entries(World world, String sku) {
    return world.sql.sql("select coalesce(sum(value), 0) from cost_entry where sku = :sku")
        .param("sku", sku).query(Long.class).single();
  }

  private static long rows(World world) {
    return world.sql.sql("select count(*) from stock_ledger").query(Long.class).single();
  }

  private Process writers(Kind kind, int round) throws IOException {
    return new ProcessBuilder(
            JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            StockKillTest.class.getName(), db.jdbcUrl(), db.user(), db.password(), Integer.toString(round),
            kind.name())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The other process: writers until killed. */
  public static void main(String[] arguments) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername(arguments[1]);
    pool.setPassword(arguments[2]);
    pool.setMaximumPoolSize(WRITERS);
    World world = new World(pool);
    world.skus.addAll(DocumentWriter.SKUS);
    world.skus.addAll(LotWriter.SKUS);
    int round = Integer.parseInt(arguments[3]);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        threads.execute(
            Kind.valueOf(arguments[4]).writer(world, round * WRITERS + i, SEED + round, Integer.MAX_VALUE));
      }
    }
  }
}
