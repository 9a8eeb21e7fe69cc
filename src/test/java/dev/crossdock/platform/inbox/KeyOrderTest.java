package dev.crossdock.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crossdock.testing.Db;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Messages are stored in the order of their keys, whatever order they came in: two who store the same ones wait for
 * each other, and never crosswise. A deadlock would be tried again and not be seen, so the order itself is looked at.
 */
class KeyOrderTest {

  private static final long LOOK_NANOS = 5_000_000;
  private static final long LOOKS_MAX = 4_000;
  private static final String INSERT =
      """
      insert into inbox (merchant, id, channel, account, topic, dedup_key, state, body_bytes, received_at,
        next_attempt_at)
      values (1, gen_random_uuid(), 'shopify', 'acme', 't', ?, 'RECEIVED', 0, now(), now())
      """;

  @RegisterExtension final Db db = Db.fresh();

  private final InboxFixture fixture = new InboxFixture(db);

  @AfterEach
  void stop() {
    fixture.close();
  }

  @Test
  void waitsForAKeyWithTheOnesBeforeItAndNoneOfThoseAfterIt() throws SQLException {
    List<NewMessage> batch = Stream.of("d", "a", "c", "e", "b").map(InboxFixture::message).toList();
    try (Connection other = db.dataSource().getConnection()) {
      other.setAutoCommit(false);
      insert(other, "c");
      CompletableFuture<List<Receipt>> storing =
          CompletableFuture.supplyAsync(() -> fixture.write(tx -> fixture.inbox.receiveAll(tx, batch)));
      awaitSomebodyWaiting();

      assertThatThrownBy(() -> probe("a")).isInstanceOf(SQLException.class).hasMessageContaining("lock timeout");
      assertThatThrownBy(() -> probe("b")).isInstanceOf(SQLException.class).hasMessageContaining("lock timeout");
      probe("d");
      probe("e");

      other.rollback();
      assertThat(storing.join()).hasSize(5).allMatch(Receipt.Stored.class::isInstance);
    }
  }

  private static void insert(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, key);
      statement.executeUpdate();
    }
  }

  /** Takes a key and gives it back; fails when somebody has it. */
  private void probe(String key) throws SQLException {
    try (Connection connection = db.dataSource().getConnection(); Statement setting = connection.createStatement()) {
      connection.setAutoCommit(false);
      setting.execute("set local lock_timeout = '100ms'");
      try {
        insert(connection, key);
      } finally {
        connection.rollback();
      }
    }
  }

  private void awaitSomebodyWaiting() {
    JdbcClient client = JdbcClient.create(db.dataSource());
    for (int n = 0; n < LOOKS_MAX; n++) {
      long waiting =
          client
              .sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
              .query(Long.class)
              .single();
      if (waiting > 0) {
        return;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    throw new AssertionError("nobody waits for the key after " + Duration.ofNanos(LOOKS_MAX * LOOK_NANOS));
  }
}
