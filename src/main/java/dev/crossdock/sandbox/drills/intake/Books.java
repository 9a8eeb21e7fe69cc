package dev.crossdock.sandbox.drills.intake;

import dev.crossdock.sandbox.drills.intake.Databases.Database;
import dev.crossdock.sandbox.drills.kit.Patience;
import dev.crossdock.sandbox.drills.kit.Queries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What the database of an installation says, read from outside while nobody else asks: asking over the API for each of
 * a hundred thousand orders would cost more than the orders.
 */
final class Books {

  private static final String DRILL = "intake";
  private static final int MERCHANT = 1;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final JdbcClient client;

  Books(Database database) {
    this.client =
        JdbcClient.create(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
  }

  /**
   * How an order stands.
   *
   * @param routedAt when its way to a place was durable and sealed; null for an order without a place
   * @param times how often it is there
   */
  record Standing(@Nullable Instant routedAt, boolean held, int times) {

    Standing plus(Standing other) {
      return new Standing(routedAt == null ? other.routedAt : routedAt, held || other.held, times + other.times);
    }
  }

  /**
   * What was written and is held.
   *
   * @param walBytes of write-ahead log since the beginning of time
   */
  record Volume(long walBytes, long rows, long bytes) {

    Volume since(Volume before) {
      return new Volume(walBytes - before.walBytes, rows - before.rows, bytes - before.bytes);
    }
  }

  /** By channel and the channel's id, with a slash between; whatever came in since. */
  Map<String, Standing> standing(Instant since) {
    Map<String, Standing> standing = new HashMap<>();
    client.sql(text("look")).update();
    client
        .sql(text("standing"))
        .param("merchant", MERCHANT)
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .query(
            row -> {
              String name = row.getString("channel") + "/" + row.getString("external_id");
              standing.merge(name, standing(row), Standing::plus);
            });
    return standing;
  }

  private static Standing standing(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("routed_at", OffsetDateTime.class);
    return new Standing(at == null ? null : at.toInstant(), row.getBoolean("held"), 1);
  }

  /** Waits until nothing is left to do, so long at most; whether nothing is. */
  boolean drained(Duration atMost) throws InterruptedException {
    return Patience.until(this::waiting, waiting -> waiting == 0, atMost, LOOK_EVERY) == 0;
  }

  private long waiting() {
    return client.sql(text("waiting")).param("merchant", MERCHANT).query(Long.class).single();
  }

  /** Messages put aside with a reason since then. */
  int parked(Instant since) {
    return client
        .sql(text("parked"))
        .param("merchant", MERCHANT)
        .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  Volume volume() {
    return client
        .sql(text("volume"))
        .query(
            (row, n) ->
                new Volume(row.getLong("wal_bytes"), row.getLong("rows_inserted"), row.getLong("stored_bytes")))
        .single();
  }

  /** Processes of the database server, none that ended. */
  List<Long> processes() {
    return client.sql(text("processes")).query((row, n) -> row.getLong("pid")).list();
  }

  static String text(String name) {
    return Queries.text(DRILL, name);
  }
}
