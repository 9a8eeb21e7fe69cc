package dev.crossdock.channels;

import java.time.Instant;
import java.util.List;

/** What came of asking a channel for changes. */
public sealed interface ChangesOutcome {

  /**
   * One page.
   *
   * @param cursor hand this in next time
   * @param more whether to ask again at once
   */
  record Page(List<RawMessage> documents, String cursor, boolean more) implements ChangesOutcome {

    public Page {
      documents = List.copyOf(documents);
    }
  }

  /** Not now: rate limit, outage, time-out. */
  record TryLater(Instant notBefore, String reason) implements ChangesOutcome {}

  /** Never like this: credentials refused, permission missing. A person must act. */
  record Failed(String reason) implements ChangesOutcome {}
}
