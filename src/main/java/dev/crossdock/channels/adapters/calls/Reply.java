package dev.crossdock.channels.adapters.calls;

import dev.crossdock.platform.http.Outbound;
import java.time.Instant;

/** What a call came to. */
public sealed interface Reply {

  /** An answer with a body to read. */
  record Answered(Outbound.Answer answer) implements Reply {}

  /** 404 or 410: there is no such thing, or no such address. */
  record NotFound(Outbound.Answer answer) implements Reply {}

  /** Not now: rate limit, outage, time-out. */
  record TryLater(Instant notBefore, String reason) implements Reply {}

  /**
   * Never like this; a person must act.
   *
   * @param status what the channel answered; 0 when nothing was sent
   */
  record Failed(int status, String reason) implements Reply {}
}
