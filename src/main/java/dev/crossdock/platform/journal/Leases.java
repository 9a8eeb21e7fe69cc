package dev.crossdock.platform.journal;

import dev.crossdock.platform.db.Merchant;
import dev.crossdock.platform.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes and renews leases for one process. Somebody else's lease is over when it has expired, or when it has not been
 * renewed for twice its length by our own clock. The second rule is for clocks that differ: a holder whose clock runs
 * an hour ahead and who then dies would otherwise keep everybody waiting for an hour. Taking over too early is
 * harmless, the fence sees to that.
 */
final class Leases {

  private final String holder;
  private final Duration length;
  private final LeaseTable table;
  private final Map<Merchant, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(Lease lease, Instant since) {}

  Leases(String holder, Duration length, LeaseTable table) {
    this.holder = holder;
    this.length = length;
    this.table = table;
  }

  /** Our lease, renewed or taken over; empty while it is somebody else's. */
  Optional<Lease> hold(Tx tx) {
    Instant until = tx.now().plus(length);
    Optional<Lease> found = table.find(tx);
    if (found.isEmpty()) {
      Lease first = new Lease(holder, 1, until);
      return table.create(tx, first) ? Optional.of(first) : Optional.empty();
    }
    Lease lease = found.get();
    if (lease.holder().equals(holder)) {
      Lease renewed = lease.until(until);
      return table.renew(tx, renewed) ? Optional.of(renewed) : Optional.empty();
    }
    Lease taken = lease.takenBy(holder, until);
    return isOver(tx, lease) && table.take(tx, lease, taken) ? Optional.of(taken) : Optional.empty();
  }

  /** Lets the next one take over at once. */
  void release(Tx tx, Lease lease) {
    table.renew(tx, lease.until(tx.now()));
  }

  /** A lease is renewed at half its length, so that a slow renewal does not lose it. */
  boolean isFresh(Lease lease, Instant now) {
    return now.isBefore(lease.expiresAt().minus(length.dividedBy(2)));
  }

  private boolean isOver(Tx tx, Lease lease) {
    if (!lease.expiresAt().isAfter(tx.now())) {
      return true;
    }
    Seen first =
        seen.compute(
            tx.merchant(), (key, old) -> old != null && old.lease.equals(lease) ? old : new Seen(lease, tx.now()));
    return !first.since.plus(length.multipliedBy(2)).isAfter(tx.now());
  }
}
