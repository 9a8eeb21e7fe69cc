package dev.crossdock.platform.journal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells how far the blocks are behind what was committed. Readers of the journal are that much behind at least, so it
 * is the first figure to look at when the outside hears of things too late.
 */
public final class JournalMeters implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private static final String PENDING =
      """
      select count(*) as transactions,
        (select j.recorded_at from journal j where j.merchant = o.merchant and j.batch = o.batch and j.n = 0) as oldest
      from journal_pending p
      cross join (select f.merchant, f.batch from journal_pending f order by f.batch limit 1) o
      group by o.merchant, o.batch
      """;

  private record Pending(long transactions, @Nullable Instant oldest) {}

  private final JdbcClient client;
  private final InstantSource time;
  private Pending pending = new Pending(0, null);
  private Instant readAt = Instant.EPOCH;

  public JournalMeters(DataSource dataSource, InstantSource time) {
    this.client = JdbcClient.create(dataSource);
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossdock.journal.pending", this, meters -> meters.pending().transactions())
        .description("transactions committed and not in a block yet")
        .register(registry);
    Gauge.builder("crossdock.journal.pending.oldest.seconds", this, JournalMeters::oldestSeconds)
        .description("how long the longest waiting transaction has been waiting for its block")
        .register(registry);
  }

  private double oldestSeconds() {
    Instant oldest = pending().oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, time.instant()).toMillis() / 1_000.0);
  }

  /** One look at the database serves both figures of a scrape. */
  private synchronized Pending pending() {
    Instant now = time.instant();
    if (Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
      pending =
          client
              .sql(PENDING)
              .query(
                  (row, n) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Pending(row.getLong("transactions"), oldest == null ? null : oldest.toInstant());
                  })
              .optional()
              .orElse(new Pending(0, null));
      readAt = now;
    }
    return pending;
  }
}
