package dev.crossdock.channels.pushing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far channels are behind what is owed to them, of all merchants together. */
public final class PushMeters implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final String OWED =
      """
      select count(*) as due, min(q.owed_at) as oldest
      from published_quantity q
      where q.owed_version > greatest(q.acknowledged_version, q.refused_version) and not q.frozen and q.stopped is null
      """;

  private static final String DRIFTING =
      """
      select count(*)
      from published_quantity q
      where q.drift_since is not null
      """;

  private record Owed(long due, @Nullable Instant oldest, long drifting) {}

  private final JdbcClient client;
  private final InstantSource time;
  private volatile @Nullable MeterRegistry registry;
  private Owed owed = new Owed(0, null, 0);
  private Instant readAt = Instant.EPOCH;

  public PushMeters(DataSource dataSource, InstantSource time) {
    this.client = JdbcClient.create(dataSource);
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    registry = meters;
    Gauge.builder("crossdock.stock.push.due", this, each -> each.owed().due())
        .description("quantities owed to channels and not taken by them yet")
        .register(meters);
    Gauge.builder("crossdock.stock.push.oldest.seconds", this, PushMeters::oldestSeconds)
        .description("how long the quantity that waits longest has been owed")
        .register(meters);
    Gauge.builder("crossdock.stock.drifting", this, each -> each.owed().drifting())
        .description("listings whose channel shows another number than it took")
        .register(meters);
  }

  /** A channel took a quantity so long after it was owed. */
  void acknowledged(String channel, Duration delay) {
    MeterRegistry meters = registry;
    if (meters != null) {
      Timer.builder("crossdock.stock.push.delay")
          .description("from a quantity being owed until its channel had taken it")
          .tag("channel", channel)
          .publishPercentileHistogram()
          .minimumExpectedValue(Duration.ofMillis(10))
          .maximumExpectedValue(Duration.ofMinutes(15))
          .register(meters)
          .record(delay);
    }
  }

  private double oldestSeconds() {
    Instant oldest = owed().oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, time.instant()).toMillis() / 1_000.0);
  }

  /** One look at the database serves all figures of a scrape. */
  private synchronized Owed owed() {
    Instant now = time.instant();
    if (Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
      long drifting = client.sql(DRIFTING).query(Long.class).single();
      owed =
          client
              .sql(OWED)
              .query(
                  (row, n) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Owed(row.getLong("due"), oldest == null ? null : oldest.toInstant(), drifting);
                  })
              .single();
      readAt = now;
    }
    return owed;
  }
}
