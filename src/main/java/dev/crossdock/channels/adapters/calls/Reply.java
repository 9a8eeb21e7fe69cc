package dev.crossdock.channels.adapters.calls;

import dev.crossdock.platform.http.Outbound;
import java.time.Instant;

/** What a call came to. */
public sealed interface Reply {

  /** An answer with a body to read. */
  record Answered(Outbound.Answer answer) implements Reply {}

  /** 404 or 410: there is no such thing, or no such address. */
  record NotFound(Outbound.Answer answer) implements Reply {}

  /**
   * Not now: rate limit, outage, time-out.
   *
   * @param asked whether the channel itself said to come back, which is nobody's fault
   */
  record TryLater(Instant notBefore, String reason, boolean asked) implements Reply {

    /** The channel asks for time. */
    public TryLater(Instant notBefore, String reason) {
      this(notBefore, reason, true);
    }

    /** The channel is down, or answers what nobody understands. */
    public static TryLater outage(Instant notBefore, String reason) {
      return new TryLater(notBefore, reason, false);
    }
  }

  /**
   * Never like this; a person must act.
   *
   * @param status what the channel answered; 0 when nothing was sent
   */
  record Failed(int status, String reason) implements Reply {}
}
