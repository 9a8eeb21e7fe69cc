package dev.crossdock.testing;

import dev.crossdock.platform.postgres.EmbeddedPostgres;
import dev.crossdock.platform.postgres.PostgresSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL server all database tests of one JVM share, and the migrated template their databases are copied
 * from. Started at first use, gone with the JVM.
 */
final class TestCluster {

  private static final int DROPS_MAX = 100;
  private static final long DROP_PAUSE_NANOS = 100_000_000;

  private static final String EXTERNAL_URL = "CROSSDOCK_TEST_DB_URL";
  private static final Pattern DATABASE_IN_URL = Pattern.compile("^(jdbc:postgresql://[^/]*/)[^?]*");
  /** Linux keeps these files in memory: a database is some hundred of them, and each test has one of its own. */
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long MEMORY_BYTES_MIN = 4L << 30;

  private final String url;
  private final PGSimpleDataSource administration = new PGSimpleDataSource();
  private final String prefix;
  private final AtomicInteger databases = new AtomicInteger();
  /** Makes and drops databases, one after the other, while tests run. */
  private final ExecutorService beside =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("databases").factory());
  private final AtomicReference<CompletableFuture<String>> next = new AtomicReference<>(new CompletableFuture<>());

  private TestCluster(String url, @Nullable String user, @Nullable String password) {
    this.url = url;
    administration.setUrl(url);
    if (user != null) {
      administration.setUser(user);
      administration.setPassword(password);
    }
    // Test runs may share an external server: names carry the process.
    this.prefix = "crossdock_test_" + ProcessHandle.current().pid() + "_";
  }

  /** Started by the first test that asks, and only then. */
  private static final class Holder {
    static final TestCluster CLUSTER = start();
  }

  static TestCluster shared() {
    return Holder.CLUSTER;
  }

  private static TestCluster start() {
    String external = System.getenv(EXTERNAL_URL);
    TestCluster cluster = external == null || external.isBlank() ? embedded() : external(external);
    cluster.migrateTemplate();
    cluster.next.set(CompletableFuture.supplyAsync(cluster::copy, cluster.beside));
    return cluster;
  }

  private static TestCluster external(String url) {
    TestCluster cluster = new TestCluster(url, null, null);
    AtExit.run(() -> {
      cluster.beside.close();
      cluster.dropNow(cluster.next.get().join());
      cluster.dropNow(cluster.template());
    });
    return cluster;
  }

  private static TestCluster embedded() {
    Path folder = TestFolders.make(home(), "crossdock-test-");
    EmbeddedPostgres postgres = EmbeddedPostgres.start(PostgresSettings.throwAway(folder));
    AtExit.run(() -> {
      postgres.close();
      TestFolders.remove(folder);
    });
    return new TestCluster(postgres.jdbcUrl(), postgres.user(), postgres.password());
  }

  private static Path home() {
    boolean roomy = Files.isWritable(MEMORY) && MEMORY.toFile().getUsableSpace() >= MEMORY_BYTES_MIN;
    return roomy ? MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private String template() {
    return prefix + "template";
  }

  private void migrateTemplate() {
    execute("create database " + template());
    Flyway.configure()
        .dataSource(at(template()))
        .locations("classpath:db/migration")
        // The capabilities number their migrations independently of each other's dates.
        .outOfOrder(true)
        .failOnMissingLocations(false)
        .load()
        .migrate();
  }

  /** A new database with every table and no row. The next one is made meanwhile, for whoever asks then. */
  String create() {
    CompletableFuture<String> mine = next.getAndSet(CompletableFuture.supplyAsync(this::copy, beside));
    return mine.isDone() && mine.isCompletedExceptionally() ? copy() : mine.join();
  }

  /** A new database with nothing in it. */
  String bare() {
    String database = prefix + databases.incrementAndGet();
    execute("create database " + database + " template template0");
    return database;
  }

  private String copy() {
    String database = prefix + databases.incrementAndGet();
    execute("create database " + database + " template " + template());
    return database;
  }

  /** Drops it beside the tests: nobody waits for it. */
  void drop(String database) {
    beside.execute(() -> dropNow(database));
  }

  /** A vacuum worker of the server's own may be at work in there and may not be thrown out; it leaves by itself. */
  private void dropNow(String database) {
    for (int attempt = 1; ; attempt++) {
      try {
        execute("drop database if exists " + database + " with (force)");
        return;
      } catch (IllegalStateException e) {
        if (attempt == DROPS_MAX) {
          throw e;
        }
        LockSupport.parkNanos(DROP_PAUSE_NANOS);
      }
    }
  }

  /** Plain connections to one database of the server. */
  PGSimpleDataSource at(String database) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(jdbcUrl(database));
    dataSource.setUser(user());
    dataSource.setPassword(password());
    // Tests may show the values of a refused row; the product must not.
    dataSource.setLogServerErrorDetail(true);
    return dataSource;
  }

  String jdbcUrl(String database) {
    return DATABASE_IN_URL.matcher(url).replaceFirst("$1" + database);
  }

  String user() {
    return Objects.requireNonNull(administration.getUser());
  }

  String password() {
    return Objects.requireNonNull(administration.getPassword());
  }

  private void execute(String statement) {
    try (Connection connection = administration.getConnection(); Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement + ": " + e.getMessage(), e);
    }
  }
}
