package dev.crossdock.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved. */
public final class SettableTime implements InstantSource {

  private final AtomicReference<Instant> now;

  public SettableTime(Instant start) {
    this.now = new AtomicReference<>(start);
  }

  public void tick(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
