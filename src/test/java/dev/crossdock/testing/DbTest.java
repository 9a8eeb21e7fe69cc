package dev.crossdock.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ground every database test stands on. */
class DbTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension
  final Db db = Db.fresh();

  @Test
  void givesEveryTestADatabaseOfItsOwn() throws SQLException {
    execute(db.dataSource(), "create table mine (a int)");

    try (Db other = Db.fresh()) {
      assertThat(query(other.dataSource(), "select to_regclass('mine') is null")).isEqualTo("t");
      assertThat(query(db.dataSource(), "select to_regclass('mine') is null")).isEqualTo("f");
    }
  }

  @Test
  void carriesTheMigrations() throws SQLException {
    assertThat(query(db.dataSource(), "select to_regclass('flyway_schema_history') is not null")).isEqualTo("t");
  }

  @Test
  void livesInATimeZoneNobodyMistakesForUtc() throws SQLException {
    assertThat(query(db.dataSource(), "show time zone")).isEqualTo("Asia/Kathmandu");
  }

  @Test
  void canBeReachedByUrlUserAndPassword() throws SQLException {
    try (Connection connection = DriverManager.getConnection(db.jdbcUrl(), db.user(), db.password())) {
      assertThat(connection.getCatalog()).startsWith("crossdock_test_");
    }
  }

  @Test
  void dropsTheDatabaseSoonAfterItIsClosed() {
    Db other = Db.fresh();
    other.close();

    await().atMost(PATIENCE).untilAsserted(() ->
        assertThatThrownBy(() -> DriverManager.getConnection(other.jdbcUrl(), other.user(), other.password()))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("does not exist"));
  }

  private static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
