package dev.crossdock.channels;

/** What became of an account to be stored. */
public sealed interface AccountStored {

  record Created() implements AccountStored {}

  record Changed() implements AccountStored {}

  /**
   * Not stored.
   *
   * @param field which field, as an RFC 6901 JSON pointer
   * @param rule which rule it broke, a stable word
   */
  record Refused(String field, String rule, String sentence) implements AccountStored {}
}
