package dev.crossdock.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.platform.db.VacuumHorizon.Holder;
import dev.crossdock.testing.Db;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who keeps dead rows from being cleaned away is known by name. */
class VacuumHorizonTest {

  @RegisterExtension final Db db = Db.fresh();

  private final VacuumHorizon horizon = new VacuumHorizon(db.dataSource(), Duration.ZERO);

  @Test
  void aReportThatReadsOneInstantIsNamedUntilItEnds() throws SQLException {
    try (Connection report = connect("monthly report"); Statement statement = report.createStatement()) {
      report.setAutoCommit(false);
      report.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      int pid = number(statement, "select pg_backend_pid() from orders right join (values (1)) v on true");

      Holder holder = horizon.oldest().orElseThrow();

      assertThat(holder.who()).isEqualTo("session " + pid + " of " + db.user() + " (monthly report)");
      assertThat(holder.state()).isEqualTo("idle in transaction");
      assertThat(holder.cure()).isEqualTo("select pg_terminate_backend(" + pid + ")");
      assertThat(holder.age()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
      assertThat(horizon.warn()).isTrue();
      assertThat(new VacuumHorizon(db.dataSource(), Duration.ofMinutes(1)).warn()).as("not yet").isFalse();

      report.rollback();

      assertThat(horizon.oldest()).isEmpty();
      assertThat(horizon.warn()).isFalse();
    }
  }

  @Test
  void soIsOneThatWroteAndWasForgotten() throws SQLException {
    try (Connection forgotten = connect(""); Statement statement = forgotten.createStatement()) {
      forgotten.setAutoCommit(false);
      statement.execute("create table forgotten (id int)");
      int pid = number(statement, "select pg_backend_pid()");

      assertThat(horizon.oldest().orElseThrow().who()).isEqualTo("session " + pid + " of " + db.user());
    }
  }

  @Test
  void whoOnlyKeepsAnEmptyTransactionOpenHoldsNothingBack() throws SQLException {
    try (Connection idle = connect("idle"); Statement statement = idle.createStatement()) {
      idle.setAutoCommit(false);
      statement.execute("set local statement_timeout = 0");

      assertThat(horizon.oldest()).isEmpty();
    }
  }

  @Test
  void itsAgeIsAFigure() throws SQLException {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    horizon.bindTo(registry);
    assertThat(registry.get("crossdock.database.horizon.seconds").gauge().value()).isZero();

    try (Connection report = connect("report"); Statement statement = report.createStatement()) {
      report.setAutoCommit(false);
      statement.execute("create table report (id int)");

      assertThat(registry.get("crossdock.database.horizon.seconds").gauge().value()).isBetween(0.000_001, 60.0);
    }
  }

  private Connection connect(String program) throws SQLException {
    String separator = db.jdbcUrl().contains("?") ? "&" : "?";
    String url = db.jdbcUrl() + separator + "ApplicationName=" + program.replace(" ", "%20");
    return DriverManager.getConnection(url, db.user(), db.password());
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
