package dev.crossdock.channels.adapters.json;

import dev.crossdock.channels.Decoded;

/**
 * Ends the reading of one message. It never leaves {@link Json}: there it becomes {@link Decoded.Invalid}. It holds a
 * pointer, a rule and a sentence, never a value of the message, and no stack, so that refusing is as cheap as reading.
 */
public final class Unreadable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String path;
  private final Rule rule;

  Unreadable(String path, Rule rule, String sentence) {
    super(sentence, null, false, false);
    this.path = path;
    this.rule = rule;
  }

  /** The answer an adapter gives for it. */
  public Decoded.Invalid invalid() {
    return new Decoded.Invalid(path, rule.word(), String.valueOf(getMessage()));
  }
}
