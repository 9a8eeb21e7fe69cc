package dev.crossdock.platform.inbox;

import java.time.Duration;
import java.util.UUID;

/** What became of a message that was to be stored. */
public sealed interface Receipt {

  /** Committed. */
  record Stored(UUID id) implements Receipt {}

  /** The same message is stored already. */
  record Duplicate() implements Receipt {}

  /** Not stored, and it may be offered again: too many wait, or the database does not answer. */
  record Refused(Reason reason, Duration retryAfter) implements Receipt {}

  /** The kinds of refusal. */
  enum Reason {
    OVERLOADED,
    STORE_UNAVAILABLE,
    STOPPED
  }
}
