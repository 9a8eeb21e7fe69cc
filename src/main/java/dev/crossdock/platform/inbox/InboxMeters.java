package dev.crossdock.platform.inbox;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Tells how much comes in, and how long the oldest message has been waiting: the first figure to watch. */
public final class InboxMeters implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Inbox inbox;
  private final InstantSource time;
  private @Nullable Backlog backlog;
  private Instant readAt = Instant.EPOCH;

  public InboxMeters(Inbox inbox, InstantSource time) {
    this.inbox = inbox;
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossdock.inbox.waiting", this, meters -> meters.backlog().messages())
        .description("messages stored and not worked on yet")
        .register(registry);
    Gauge.builder("crossdock.inbox.oldest.seconds", this, InboxMeters::oldestSeconds)
        .description("how long the longest waiting message has been waiting")
        .register(registry);
    counter(registry, "stored", "messages stored", Inbox.Counts::stored);
    counter(registry, "duplicates", "messages that were stored already", Inbox.Counts::duplicates);
    counter(registry, "commits", "commits that stored messages", Inbox.Counts::commits);
  }

  private void counter(
      MeterRegistry registry, String name, String description, ToDoubleFunction<Inbox.Counts> count) {
    FunctionCounter.builder("crossdock.inbox." + name, inbox, source -> count.applyAsDouble(source.counts()))
        .description(description)
        .register(registry);
  }

  private double oldestSeconds() {
    Instant oldest = backlog().oldest();
    return oldest == null ? 0 : Math.max(0, Duration.between(oldest, time.instant()).toMillis() / 1_000.0);
  }

  /** One look at the database serves all figures of a scrape. */
  private synchronized Backlog backlog() {
    Instant now = time.instant();
    if (backlog == null || Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
      backlog = inbox.backlog();
      readAt = now;
    }
    return backlog;
  }
}
