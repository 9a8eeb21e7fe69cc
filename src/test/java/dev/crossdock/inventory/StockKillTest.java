package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.testing.Db;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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

  @Test
  void whateverMomentItIsTheBooksAgree() throws IOException, InterruptedException {
    World world = new World(db.dataSource()).locations("EAST", "WEST");
    for (String sku : DocumentWriter.SKUS) {
      world.count(sku, "EAST", ON_HAND).count(sku, "WEST", ON_HAND);
    }
    Random random = new Random(SEED);
    for (int round = 1; round <= KILLS; round++) {
      long until = rows(world) + 20 + random.nextInt(200);
      Process process = writers(round);
      try {
        await().atMost(PATIENCE).until(() -> rows(world) >= until || !process.isAlive());
        assertThat(process.isAlive()).as("killed at its work, round %d", round).isTrue();
      } finally {
        process.toHandle().destroyForcibly();
      }
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(world.violations()).as("round %d, seed %d", round, SEED).isEmpty();
    }
    long before = rows(world);
    new DocumentWriter(world, (KILLS + 1) * WRITERS, SEED).run(40);
    assertThat(rows(world)).as("nothing is left locked").isGreaterThan(before);
    assertThat(world.violations()).isEmpty();
  }

  private static long rows(World world) {
    return world.sql.sql("select count(*) from stock_ledger").query(Long.class).single();
  }

  private Process writers(int round) throws IOException {
    return new ProcessBuilder(
            JAVA, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
            StockKillTest.class.getName(), db.jdbcUrl(), db.user(), db.password(), Integer.toString(round))
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
    int round = Integer.parseInt(arguments[3]);
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (int i = 0; i < WRITERS; i++) {
        DocumentWriter writer = new DocumentWriter(world, round * WRITERS + i, SEED + round);
        threads.execute(() -> writer.run(Integer.MAX_VALUE));
      }
    }
  }
}
