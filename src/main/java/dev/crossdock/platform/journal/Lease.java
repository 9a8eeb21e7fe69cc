package dev.crossdock.platform.journal;

import java.time.Instant;

/**
 * The right of one process to do a piece of work alone, for a while.
 *
 * @param fence grows with every change of holder; only a write that names the current fence has an effect
 */
record Lease(String holder, long fence, Instant expiresAt) {

  Lease until(Instant later) {
    return new Lease(holder, fence, later);
  }

  Lease takenBy(String other, Instant until) {
    return new Lease(other, fence + 1, until);
  }
}
