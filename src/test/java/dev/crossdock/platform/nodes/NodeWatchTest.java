package dev.crossdock.platform.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is alive is told by rows that grow, and by nobody's clock. */
class NodeWatchTest {

  private static final NodeWatch.Pauses PAUSES =
      new NodeWatch.Pauses(Duration.ofMillis(500), Duration.ofMillis(2_500), Duration.ofSeconds(8));

  @RegisterExtension
  final Db db = Db.fresh();

  private final AtomicLong now = new AtomicLong(7_000_000_000L);
  private final List<String> takenOver = new ArrayList<>();
  private final JdbcClient client = JdbcClient.create(db.dataSource());
  private final NodeWatch ours = watch("ours");
  private final NodeWatch theirs = watch("theirs");

  @Test
  void takesOverOnceFromANodeThatFallsSilent() {
    rounds(4, ours, theirs);
    assertThat(ours.others()).isEqualTo(1);

    rounds(5, ours);
    assertThat(takenOver).as("after two and a half seconds and not before").isEmpty();
    rounds(3, ours);

    assertThat(takenOver).containsExactly("theirs");
    assertThat(ours.others()).isZero();
  }

  @Test
  void forgetsANodeThatStaysSilentAndEndsItsSessions() throws SQLException {
    rounds(2, ours, theirs);
    try (Connection frozen = DriverManager.getConnection(db.jdbcUrl(), db.user(), db.password())) {
      frozen.createStatement().execute("set application_name = '" + Node.application("theirs") + "'");

      rounds(17, ours);

      assertThat(names()).containsExactly("ours");
      assertThat(frozen.isValid(5)).isFalse();
    }
    assertThat(takenOver).as("once more, for what it may have leased meanwhile").containsExactly("theirs", "theirs");
  }

  @Test
  void judgesNobodyWhileItCouldNotLookItself() {
    rounds(4, ours, theirs);

    now.addAndGet(Duration.ofMinutes(3).toNanos());
    rounds(3, ours);
    rounds(3, ours, theirs);

    assertThat(takenOver).isEmpty();
  }

  @Test
  void takesANodeBackThatWasOnlySlow() {
    rounds(2, ours, theirs);
    rounds(7, ours);
    assertThat(takenOver).hasSize(1);

    rounds(30, ours, theirs);

    assertThat(ours.others()).isEqualTo(1);
    assertThat(takenOver).hasSize(1);
    rounds(7, ours);
    assertThat(takenOver).hasSize(2);
  }

  @Test
  void goesOnUnderItsNameAfterARestart() {
    rounds(2, ours, theirs);

    rounds(2, watch("ours"), theirs);

    assertThat(names()).containsExactly("ours", "theirs");
  }

  @Test
  void leavesNothingBehindWhenItEnds() {
    NodeWatch.Pauses quick =
        new NodeWatch.Pauses(Duration.ofMillis(5), Duration.ofSeconds(30), Duration.ofSeconds(60));
    try (NodeWatch watch = new NodeWatch(db.dataSource(), node("third"), quick, takenOver::add, System::nanoTime)) {
      watch.start();
      while (names().isEmpty()) {
        Thread.onSpinWait();
      }
    }
    assertThat(names()).isEmpty();
  }

  private void rounds(int count, NodeWatch... watches) {
    for (int n = 0; n < count; n++) {
      now.addAndGet(PAUSES.beat().toNanos());
      for (NodeWatch watch : watches) {
        watch.round(client);
      }
    }
  }

  private NodeWatch watch(String name) {
    return new NodeWatch(db.dataSource(), node(name), PAUSES, takenOver::add, now::get);
  }

  private static Node node(String name) {
    return new Node(name, new UUID(1, name.hashCode()), 55, Instant.parse("2026-11-21T10:00:00Z"));
  }

  private List<String> names() {
    return client.sql("select name from node order by name").query((row, n) -> row.getString(1)).list();
  }
}
