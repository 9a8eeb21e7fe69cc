package dev.crossdock.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crossdock.testing.Db;
import dev.crossdock.testing.SettableTime;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far the blocks are behind, in figures. */
class JournalMetersTest {

  @RegisterExtension final Db db = Db.fresh();

  private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T10:00:00Z"));
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @BeforeEach
  void bind() {
    new JournalMeters(db.dataSource(), time).bindTo(registry);
  }

  @Test
  void nothingWaitsInAnEmptyJournal() {
    assertThat(figure("crossdock.journal.pending")).isZero();
    assertThat(figure("crossdock.journal.pending.oldest.seconds")).isZero();
  }

  @Test
  void tellsHowManyWaitAndHowLongTheFirstHas() {
    pending(new UUID(0x0190_0000_0000_7000L, 1));
    time.tick(Duration.ofSeconds(7));
    pending(new UUID(0x0190_0000_0001_7000L, 2));
    time.tick(Duration.ofSeconds(5));

    assertThat(figure("crossdock.journal.pending")).isEqualTo(2);
    assertThat(figure("crossdock.journal.pending.oldest.seconds")).isEqualTo(12);
  }

  private void pending(UUID batch) {
    JdbcClient client = JdbcClient.create(db.dataSource());
    client
        .sql(
            """
            insert into journal (merchant, batch, n, stream, version, type, happened_at, recorded_at, actor_kind,
              actor_id, source, correlation, payload, row_hash)
            values (1, ?, 0, ?, 1, 'x', ?::timestamptz, ?::timestamptz, 'system', 'test', 'test', ?, '{}',
              decode(repeat('00', 32), 'hex'))
            """)
        .params(batch, "test:" + batch, time.instant().toString(), time.instant().toString(), batch)
        .update();
    client.sql("insert into journal_pending (merchant, batch, entries) values (1, ?, 1)").param(batch).update();
  }

  private double figure(String name) {
    return registry.get(name).gauge().value();
  }
}
