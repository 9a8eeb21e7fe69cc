package dev.crossdock.channels;

import java.time.Instant;

/** What came of fetching an order. */
public sealed interface FetchOutcome {

  /** The order's document, to go through the inbox as a message of its own. */
  record Fetched(RawMessage document) implements FetchOutcome {}

  /** The channel does not know the order. */
  record Unknown() implements FetchOutcome {}

  /** Not now: rate limit, outage, time-out. */
  record TryLater(Instant notBefore, String reason) implements FetchOutcome {}

  /** Never like this: credentials refused, permission missing. A person must act. */
  record Failed(String reason) implements FetchOutcome {}
}
