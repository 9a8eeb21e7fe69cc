package dev.crossdock.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A brand-new migrated database on a real PostgreSQL for one test, or for all tests of a class.
 *
 * <pre>{@code
 * @RegisterExtension final Db db = Db.fresh();          // one database per test method
 * @RegisterExtension static final Db db = Db.fresh();   // one database for the class
 * try (Db db = Db.fresh()) { ... }                      // anywhere else
 * }</pre>
 *
 * <p>The server is the embedded one, shared by the JVM, without fsync; or, when the environment variable
 * {@code CROSSDOCK_TEST_DB_URL} holds a JDBC URL (user and password in it, allowed to create databases), any
 * PostgreSQL 15 or newer. Sessions of {@link #dataSource()} live in Kathmandu, a quarter of an hour off the full hour,
 * so that a time zone forgotten somewhere shows.
 */
public final class Db implements AutoCloseable, BeforeAllCallback, AfterAllCallback, AfterEachCallback {

  private static final String SESSION = "set time zone 'Asia/Kathmandu'";
  private static final int CONNECTIONS_MAX = 16;
  private static final long IDLE_MS = 10_000;

  private final String database;
  private final PGSimpleDataSource plain;
  private final HikariDataSource pool;
  private @Nullable Class<?> owner;

  private Db(String database) {
    this.database = database;
    this.plain = TestCluster.shared().at(database);
    this.pool = pool(plain, CONNECTIONS_MAX);
  }

  /** Makes a new database; whoever asked closes it, JUnit does so for a registered extension. */
  public static Db fresh() {
    return new Db(TestCluster.shared().create());
  }

  /** A new database without any table, as a first start finds it. */
  public static Db bare() {
    return new Db(TestCluster.shared().bare());
  }

  /** A pool of up to 16 connections, opened as they are needed. */
  public DataSource dataSource() {
    return pool;
  }

  /** For tests that need another number of connections; the caller closes it. */
  public HikariDataSource dataSource(int connectionsMax) {
    return pool(plain, connectionsMax);
  }

  public String jdbcUrl() {
    return TestCluster.shared().jdbcUrl(database);
  }

  public String user() {
    return TestCluster.shared().user();
  }

  public String password() {
    return TestCluster.shared().password();
  }

  private static HikariDataSource pool(DataSource plain, int connectionsMax) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(plain);
    config.setMaximumPoolSize(connectionsMax);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE_MS);
    config.setConnectionInitSql(SESSION);
    return new HikariDataSource(config);
  }

  /** Drops the database, connections to it included. */
  @Override
  public void close() {
    pool.close();
    TestCluster.shared().drop(database);
  }

  /** Called for static fields only: then the class owns the database, and nested classes share it. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (owner == null) {
      owner = context.getRequiredTestClass();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getRequiredTestClass().equals(owner)) {
      close();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (owner == null) {
      close();
    }
  }
}
