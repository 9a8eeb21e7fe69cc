package dev.crossdock.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.cli.StartRefused;
import dev.crossdock.testing.Installation;
import dev.crossdock.testing.ShopifyDeliveries;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The next version brings the schema up while this one is at work, and the one after that takes something away. */
class TwoVersionsTest {

  private static final int ORDERS_BEFORE = 5;

  private final Installation older = Installation.fresh();
  private final ShopifyDeliveries shop = new ShopifyDeliveries(older, "versions");

  @AfterEach
  void close() {
    older.close();
  }

  @Test
  void anOlderNodeWorksOnAndStartsAgainUntilSomethingIsTakenAway() {
    shop.open();
    older.post("/api/v1/products", "[{\"sku\":\"V-1\",\"title\":\"Lamp\"}]");
    AtomicInteger sent = new AtomicInteger();
    AtomicBoolean sending = new AtomicBoolean(true);
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(() -> {
          while (sending.get()) {
            shop.delivers(String.valueOf(1_000 + sent.incrementAndGet()), "V-1", 1);
          }
        });
    while (sent.get() < ORDERS_BEFORE) {
      Thread.onSpinWait();
    }

    new SchemaUpgrade().migrate(flyway("classpath:db/next"));
    assertThat(flyway("classpath:db/next").info().pending()).isEmpty();
    int after = sent.get() + ORDERS_BEFORE;
    while (sent.get() < after) {
      Thread.onSpinWait();
    }
    sending.set(false);
    load.join();
    for (int n = 1; n <= sent.get(); n++) {
      shop.orderWhen(String.valueOf(1_000 + n), "/items/0/externalId", String.valueOf(1_000 + n));
    }
    try (Installation again = older.another()) {
      assertThat(again.get("/health").status()).isEqualTo(200);
    }

    assertThat(flyway("classpath:db/next", "classpath:db/contract").migrate().migrationsExecuted).isEqualTo(1);
    assertThatThrownBy(() -> older.another())
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("upgraded beyond this version")
        .hasMessageContaining("1299");
  }

  @Test
  void whatTakesSomethingAwayWaitsUntilNoOlderNodeRuns() {
    new SchemaUpgrade().migrate(flyway("classpath:db/next"));
    Flyway later = flyway("classpath:db/next", "classpath:db/contract");

    assertThatThrownBy(() -> new SchemaUpgrade().migrate(later))
        .isInstanceOf(SchemaBeyondUs.class)
        .hasMessageContaining("end them first");
    assertThat(later.info().pending()).hasSize(1);

    older.part(NodeWatch.class).close();
    JdbcClient.create(older.db().dataSource())
        .sql("insert into node values ('long-gone', ?, 9, 1, '2026-01-01T00:00:00Z')")
        .param(new UUID(9, 9))
        .update();
    new SchemaUpgrade().migrate(later);
    assertThat(later.info().pending()).isEmpty();
  }

  @Test
  void aMigrationThatMeetsALockStepsBackAndIsTriedAgain() throws SQLException {
    try (Connection busy = older.db().dataSource().getConnection(); Statement sql = busy.createStatement()) {
      busy.setAutoCommit(false);
      sql.execute("lock table sku in access share mode");
      CompletableFuture<Void> upgrade =
          CompletableFuture.runAsync(() -> new SchemaUpgrade().migrate(flyway("classpath:db/next")));

      assertThat(older.post("/api/v1/products", "[{\"sku\":\"V-2\",\"title\":\"Lamp\"}]").status()).isLessThan(300);

      busy.commit();
      upgrade.join();
    }
    assertThat(flyway("classpath:db/next").info().pending()).isEmpty();
  }

  /** The migration has the first table and wants the second, work has the second and wants the first. */
  @Test
  void aMigrationThatMeetsWorkCrosswiseIsTriedAgain() throws SQLException {
    try (Connection busy = older.db().dataSource().getConnection(); Statement sql = busy.createStatement()) {
      busy.setAutoCommit(false);
      sql.execute("lock table orders in access share mode");
      CompletableFuture<Void> upgrade =
          CompletableFuture.runAsync(() -> new SchemaUpgrade().migrate(flyway("classpath:db/next")));
      while (!waitsForOrders()) {
        Thread.onSpinWait();
      }

      // whoever waits longer finds out first and gives way: the migration, unless the machine keeps it from looking
      try {
        sql.execute("lock table sku in access share mode");
        busy.commit();
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo("40P01");
        busy.rollback();
      }
      upgrade.join();
    }
    assertThat(flyway("classpath:db/next").info().pending()).isEmpty();
  }

  private boolean waitsForOrders() {
    return JdbcClient.create(older.db().dataSource())
        .sql("select exists (select from pg_locks where relation = 'orders'::regclass and not granted)")
        .query(Boolean.class)
        .single();
  }

  private Flyway flyway(String... more) {
    String[] places = new String[more.length + 1];
    places[0] = "classpath:db/migration";
    System.arraycopy(more, 0, places, 1, more.length);
    return Flyway.configure()
        .dataSource(older.db().dataSource())
        .locations(places)
        .outOfOrder(true)
        .ignoreMigrationPatterns("*:future", "*:missing")
        .initSql("set lock_timeout = '2s'")
        .load();
  }
}
