package dev.crossdock.api.webhooks;

import dev.crossdock.channels.Verification;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What channels deliver, in figures. The timers are looked up once: finding one costs as much as the answer. */
final class WebhookMeters {

  private final MeterRegistry meters;
  private final Map<String, Timer> answers = new ConcurrentHashMap<>();

  WebhookMeters(MeterRegistry meters) {
    this.meters = meters;
  }

  /** A genuine message was answered, stored or not, so many nanoseconds after its last byte was read. */
  void answered(String channel, long nanos) {
    answers
        .computeIfAbsent(channel, id -> meters.timer("crossdock.webhook.ack", "channel", id))
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  void refused(String channel, Verification.Reason reason) {
    meters.counter("crossdock.webhook.refused", "channel", channel, "reason", reason.name()).increment();
  }
}
