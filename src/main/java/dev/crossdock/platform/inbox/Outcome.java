package dev.crossdock.platform.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a message that was worked on. No sentence in it holds personal data. */
public sealed interface Outcome {

  /** It had its effect. */
  record Done() implements Outcome {}

  /** Understood, and nothing follows from it. */
  record Ignored(String reason) implements Outcome {}

  /**
   * Put aside until a person or a later change sets it going again.
   *
   * @param rule which rule it broke, a stable word
   * @param path where, as an RFC 6901 JSON pointer; empty for the whole message
   * @param sentence what is wrong, for a person
   * @param waitsFor a key such as {@code listing:shopify/acme/X}: {@link Inbox#rerunWaitingFor} sets it going again
   */
  record Parked(String rule, String path, String sentence, @Nullable String waitsFor) implements Outcome {}

  /** Handed out again, not before the instant given. */
  record RetryLater(Instant at, String reason) implements Outcome {}
}
