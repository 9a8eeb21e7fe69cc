package dev.crossdock.api.webhooks;

import dev.crossdock.channels.Verification;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What channels deliver, in figures. The timers are looked up once: finding one costs as much as the answer. */
final class WebhookMeters {

  /** Aims of ours, and where channels lose patience. */
  private static final Duration[] BOUNDS = {
    Duration.ofMillis(15), Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(5)
  };

  private final MeterRegistry meters;
  private final Map<String, Timer> answers = new ConcurrentHashMap<>();

  WebhookMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A genuine message was answered, stored or not, so many nanoseconds after its last byte was read. */
  void answered(String channel, long nanos) {
    answers
        .computeIfAbsent(channel, this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(String channel) {
    return Timer.builder("crossdock.webhook.ack")
        .description("from the last byte of a genuine message until its answer")
        .tag("channel", channel)
        .serviceLevelObjectives(BOUNDS)
        .register(meters);
  }

  void refused(String channel, Verification.Reason reason) {
    meters.counter("crossdock.webhook.refused", "channel", channel, "reason", reason.name()).increment();
  }
}
