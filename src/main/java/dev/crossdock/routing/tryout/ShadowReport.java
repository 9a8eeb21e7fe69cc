package dev.crossdock.routing.tryout;

import dev.crossdock.platform.db.Tx;
import dev.crossdock.routing.tryout.internal.ShadowStore;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What versions in the shadow would have done differently. */
public final class ShadowReport {

  /** Of each version, so many orders on which it differs are kept, the latest. */
  public static final int ORDERS_MAX = 10_000;

  /** For so long. */
  public static final Duration ORDERS_KEPT = Duration.ofDays(30);

  private static final int DAYS_KEPT = 400;
  private static final UUID LAST = new UUID(-1, -1);

  private final ShadowStore store = new ShadowStore();

  /** Figures of a day in one currency. */
  public record Day(LocalDate day, String currency, ShadowTally tally) {}

  /** Day by day, the latest first; empty for a version that has decided nothing in the shadow. */
  public List<Day> figures(Tx tx, int version) {
    return store.figures(tx, version).stream().map(day -> new Day(day.day(), day.currency(), day.tally())).toList();
  }

  /** Orders on which it differs, or that it could not be asked about to the end; the latest first. */
  public List<ShadowOrder> orders(Tx tx, int version, @Nullable UUID before, int limit) {
    return store.orders(tx, version, before == null ? LAST : before, limit);
  }

  /** Adds up figures, and forgets what is older or more than is kept. */
  public void tidy(Tx tx) {
    LocalDate today = tx.now().atOffset(ZoneOffset.UTC).toLocalDate();
    store.tidy(tx, tx.now().minus(ORDERS_KEPT), today.minusDays(DAYS_KEPT), ORDERS_MAX);
  }
}
