package dev.crossdock.platform.time;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The machine's clock, cut to microseconds because that is what PostgreSQL's timestamptz keeps. */
public final class SystemTime implements InstantSource {

  @Override
  public Instant instant() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
