package dev.crossdock.platform.checks;

import dev.crossdock.platform.db.Door;
import dev.crossdock.platform.db.Merchant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells how old the last result of the checks is, over all merchants the oldest, and how much they found. */
public final class CheckMeters implements MeterBinder {

  private static final Duration FRESH = Duration.ofSeconds(15);
  private static final double NEVER = Double.NaN;

  private record Seen(double ageSeconds, double violations) {}

  private final Door door;
  private final Checks checks;
  private final Supplier<List<Merchant>> merchants;
  private final InstantSource time;
  private Seen seen = new Seen(NEVER, NEVER);
  private Instant readAt = Instant.EPOCH;

  public CheckMeters(Door door, Checks checks, Supplier<List<Merchant>> merchants, InstantSource time) {
    this.door = door;
    this.checks = checks;
    this.merchants = merchants;
    this.time = time;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("crossdock.checks.age.seconds", this, meters -> meters.seen().ageSeconds())
        .description("how long ago the invariants were checked last; of several merchants the longest")
        .register(registry);
    Gauge.builder("crossdock.checks.violations", this, meters -> meters.seen().violations())
        .description("violations that the last checks of the invariants found")
        .register(registry);
  }

  /** One look at the database serves both figures of a scrape. */
  private synchronized Seen seen() {
    Instant now = time.instant();
    if (Duration.between(readAt, now).abs().compareTo(FRESH) >= 0) {
      seen = read(now);
      readAt = now;
    }
    return seen;
  }

  private Seen read(Instant now) {
    double age = NEVER;
    double violations = NEVER;
    for (Merchant merchant : merchants.get()) {
      Optional<CheckRun> last = door.read(merchant, checks::last);
      if (last.isPresent() && last.get().endedAt() != null) {
        double seconds = Math.max(0, Duration.between(last.get().endedAt(), now).toMillis() / 1_000.0);
        age = Double.isNaN(age) ? seconds : Math.max(age, seconds);
        violations = (Double.isNaN(violations) ? 0 : violations) + last.get().violations();
      }
    }
    return new Seen(age, violations);
  }
}
