package dev.crossdock.channels;

/** Whether a message is authentic. */
public sealed interface Verification {

  /** The signature is right. */
  record Authentic() implements Verification {}

  /** It is not, and why: for the counter and the log, never for the sender. */
  record Refused(Reason reason) implements Verification {}

  /** The kinds of refusal. */
  enum Reason {
    MISSING_SIGNATURE,
    MALFORMED_SIGNATURE,
    WRONG_SIGNATURE,
    STALE,
    NO_SECRET
  }
}
