package dev.crossdock.platform.nodes;

import dev.crossdock.platform.db.Busy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings the schema up while nodes of the version before go on working. Most migrations only add, so an older version
 * works on a newer schema; one that takes something away says so by its name, {@code contract_…}: then older versions
 * refuse to start, and it waits until none is running any more. See docs/several-nodes.md.
 */
public final class SchemaUpgrade implements FlywayMigrationStrategy {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);
  private static final String CONTRACT = "contract ";
  private static final int ATTEMPTS_MAX = 30;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
  /** Longer than a node that lives is ever without a sign of life. */
  private static final Duration LISTENING = Duration.ofSeconds(3);
  private static final String NODES_KNOWN = "select to_regclass('node') is not null";

  /** The schema as it is may be worked on, and is brought up to ours. */
  @Override
  public void migrate(Flyway flyway) {
    List<MigrationInfo> all = List.of(flyway.info().all());
    all.stream()
        .filter(each -> each.getState().isApplied() && !each.getState().isResolved() && isContract(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw new SchemaBeyondUs(
                  "This database was upgraded beyond this version (migration " + each.getVersion() + ", "
                      + each.getDescription() + "); start the newer version.");
            });
    if (all.stream().anyMatch(each -> !each.getState().isApplied() && isContract(each))) {
      int ours = migrations(flyway);
      refuseWhileOlderRun(flyway.getConfiguration().getDataSource(), ours);
    }
    inTime(flyway);
  }

  /**
   * Whoever waits for a lock makes all wait who come later, so a migration waits briefly, and is tried again. It locks
   * several tables one after the other, so it may also meet work crosswise that has the second and wants the first.
   */
  private static void inTime(Flyway flyway) {
    for (int attempt = 1; ; attempt++) {
      try {
        atOnce(flyway);
        return;
      } catch (FlywayException e) {
        if (!Busy.was(e) || attempt == ATTEMPTS_MAX) {
          throw e;
        }
        LOG.info("a migration waits for work that goes on, and is tried again");
        pause(BETWEEN_ATTEMPTS);
      }
    }
  }

  /**
   * A migration and the note that it was done are committed together. Left to itself Flyway writes the note over a
   * connection of its own, after the migration's commit: who died between the two could never start again.
   */
  private static void atOnce(Flyway flyway) {
    try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
      Flyway.configure(flyway.getConfiguration().getClassLoader())
          .configuration(flyway.getConfiguration())
          .dataSource(new SingleConnectionDataSource(connection, true))
          .load()
          .migrate();
    } catch (SQLException e) {
      throw new FlywayException("the database can't be reached", e);
    }
  }

  private static void refuseWhileOlderRun(DataSource dataSource, int ours) {
    JdbcClient client = JdbcClient.create(dataSource);
    if (!client.sql(NODES_KNOWN).query(Boolean.class).single()) {
      return;
    }
    NodeStore store = new NodeStore();
    Map<String, Long> before =
        store.all(client).stream()
            .filter(row -> row.migrations() < ours)
            .collect(Collectors.toMap(NodeStore.Row::name, NodeStore.Row::beat));
    if (before.isEmpty()) {
      return;
    }
    pause(LISTENING);
    List<String> living =
        store.all(client).stream()
            .filter(row -> before.containsKey(row.name()) && row.beat() != before.get(row.name()))
            .map(NodeStore.Row::name)
            .toList();
    if (!living.isEmpty()) {
      throw new SchemaBeyondUs(
          "This version takes away what older nodes still use: end them first (" + String.join(", ", living) + ").");
    }
  }

  private static boolean isContract(MigrationInfo migration) {
    return migration.getDescription() != null && migration.getDescription().startsWith(CONTRACT);
  }

  private static void pause(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the schema was brought up", e);
    }
  }

  /** How many migrations this version brings along. */
  public static int migrations(Flyway flyway) {
    return (int) Arrays.stream(flyway.info().all()).filter(each -> each.getState().isResolved()).count();
  }
}
