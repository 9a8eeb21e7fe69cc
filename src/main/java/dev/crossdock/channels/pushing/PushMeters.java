package dev.crossdock.channels.pushing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far channels are behind what is owed to them, of all merchants together. */
public final class PushMeters implements MeterBinder {

  /** How far a change of stock has come. */
  private enum Stage {
    OWED("crossdock.stock.owed.delay", "from a change of stock until the quantity it leads to is known to be owed"),
    BEGUN("crossdock.stock.begun.delay", "from a change of stock until a call began that tells it"),
    ACKNOWLEDGED("crossdock.stock.push.delay", "from a change of stock until its channel had taken the quantity");

    private final String meter;
    private final String description;

    Stage(String meter, String description) {
      this.meter = meter;
      this.description = description;
    }
  }

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

  /** Quantities came to be owed; since when the stock had changed, if it had. */
  void owed(@Nullable Instant since, Map<String, Integer> changed) {
    if (since != null) {
      Duration delay = Duration.between(since, time.instant());
      changed.forEach((channel, quantities) -> record(Stage.OWED, channel, Collections.nCopies(quantities, delay)));
    }
  }

  /** A call began that tells a channel these quantities, so long after what changed them. */
  void begun(String channel, List<Duration> delays) {
    record(Stage.BEGUN, channel, delays);
  }

  /** A channel took these quantities, so long after what changed them. */
  void acknowledged(String channel, List<Duration> delays) {
    record(Stage.ACKNOWLEDGED, channel, delays);
  }

  private void record(Stage stage, String channel, List<Duration> delays) {
    MeterRegistry meters = registry;
    if (meters != null) {
      Timer timer =
          Timer.builder(stage.meter)
              .description(stage.description)
              .tag("channel", channel)
              .publishPercentileHistogram()
              .minimumExpectedValue(Duration.ofMillis(10))
              .maximumExpectedValue(Duration.ofMinutes(15))
              .register(meters);
      delays.forEach(timer::record);
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
