package dev.crossdock.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.crossdock.platform.postgres.EmbeddedPostgres;
import dev.crossdock.platform.postgres.PostgresSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reservations beside plain transactions on the same durable PostgreSQL, run by hand: {@code mvn test
 * -Dtest=ReservationBenchmark}. It asserts what is true, never how fast. The plain ones are those of pgbench's
 * tpcb-like script (PostgreSQL documentation, pgbench, "TPC-B-like"): three updates, a select and an insert.
 */
class ReservationBenchmark {

  private static final int SKUS = 10_000;
  private static final String[] LOCATIONS = {"L1", "L2", "L3", "L4"};
  private static final int ON_HAND = 100_000_000;
  private static final int ORDERS_A_BATCH = 50;
  private static final int WRITERS = 4;
  private static final int CLIENTS = 8;
  private static final long NANOS = 8_000_000_000L;
  private static final long SEED = 20_261_121;

  @TempDir
  private Path folder;

  @Test
  void besidePlainTransactions() throws Exception {
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.kept(folder));
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(postgres.jdbcUrl());
      pool.setUsername(postgres.user());
      pool.setPassword(postgres.password());
      pool.setMaximumPoolSize(CLIENTS);
      Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
      World world = stocked(new World(pool));
      preparePlain(pool);
      for (int round = 1; round <= 3; round++) {
        double plain = run(CLIENTS, random -> () -> plain(pool, random));
        double cold = run(WRITERS, random -> () -> reserve(world, random, SKUS)) * ORDERS_A_BATCH;
        double hot = run(WRITERS, random -> () -> reserve(world, random, 1)) * ORDERS_A_BATCH;
        System.out.printf(
            "round %d: plain %.0f/s; orders of 2 lines reserved %.0f/s (%.2f x); all want one level %.0f/s (%.2f x)%n",
            round, plain, cold, cold / plain, hot, hot / plain);
      }
      assertThat(world.violations()).isEmpty();
    }
  }

  private static World stocked(World world) {
    world.locations(LOCATIONS);
    for (int from = 0; from < SKUS; from += 1_000) {
      List<StockSet> sets = new ArrayList<>();
      for (int n = from; n < from + 1_000; n++) {
        world.skus.add("SKU-" + n);
        for (String location : LOCATIONS) {
          sets.add(new StockSet("SKU-" + n, location, ON_HAND));
        }
      }
      world.write(tx -> world.stock.setOnHand(tx, sets));
    }
    return world;
  }

  /** Orders in one transaction as intake stores them: levels locked in the order of their keys, then reserved. */
  private static Void reserve(World world, Random random, int skus) {
    List<Reservation> wanted = new ArrayList<>();
    for (int order = 0; order < ORDERS_A_BATCH; order++) {
      UUID id = world.ids.next();
      for (int line = 1; line <= 2; line++) {
        String location = skus == 1 ? LOCATIONS[0] : LOCATIONS[random.nextInt(LOCATIONS.length)];
        wanted.add(new Reservation(id, line, "SKU-" + random.nextInt(skus), location, 1));
      }
    }
    ReserveOutcome outcome =
        world.write(
            tx -> {
              world.stock.lock(tx, wanted.stream().map(Reservation::key).collect(Collectors.toSet()));
              return world.stock.reserve(tx, wanted);
            });
    assertThat(outcome).isInstanceOf(ReserveOutcome.Reserved.class);
    return null;
  }

  private static double run(int threads, Function<Random, Callable<Void>> work) throws Exception {
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> counts = new ArrayList<>();
      long start = System.nanoTime();
      for (int n = 0; n < threads; n++) {
        Callable<Void> once = work.apply(new Random(SEED + n));
        counts.add(
            executor.submit(
                () -> {
                  long done = 0;
                  while (System.nanoTime() - start < NANOS) {
                    once.call();
                    done++;
                  }
                  return done;
                }));
      }
      long all = 0;
      for (Future<Long> each : counts) {
        all += each.get();
      }
      return all * 1e9 / (System.nanoTime() - start);
    }
  }

  private static void preparePlain(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create table plain_branch (bid int primary key, balance int not null, filler char(88)) with (fillfactor = 80);
          create table plain_teller (tid int primary key, bid int, balance int not null, filler char(84))
            with (fillfactor = 80);
          create table plain_account (aid int primary key, bid int, balance int not null, filler char(84))
            with (fillfactor = 80);
          create table plain_history (tid int, bid int, aid int, delta int, at timestamp, filler char(22));
          insert into plain_branch select n, 0, '' from generate_series(1, 10) n;
          insert into plain_teller select n, (n - 1) / 10 + 1, 0, '' from generate_series(1, 100) n;
          insert into plain_account select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, 1000000) n;
          analyze
          """);
    }
  }

  private static Void plain(HikariDataSource pool, Random random) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      int account = 1 + random.nextInt(1_000_000);
      int teller = 1 + random.nextInt(100);
      int branch = 1 + random.nextInt(10);
      int delta = random.nextInt(10_001) - 5_000;
      update(connection, "update plain_account set balance = balance + ? where aid = ?", delta, account);
      read(connection, "select balance from plain_account where aid = ?", account);
      update(connection, "update plain_teller set balance = balance + ? where tid = ?", delta, teller);
      update(connection, "update plain_branch set balance = balance + ? where bid = ?", delta, branch);
      update(
          connection, "insert into plain_history values (?, ?, ?, ?, current_timestamp)", teller, branch, account,
          delta);
      connection.commit();
    }
    return null;
  }

  private static void update(Connection connection, String sql, int... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setInt(i + 1, values[i]);
      }
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private static void read(Connection connection, String sql, int value) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, value);
      assertThat(statement.executeQuery().next()).isTrue();
    }
  }
}
