package dev.crossdock.channels.adapters.json;

/** The rules a message can break; the words are stable, operators filter by them. */
public enum Rule {
  NOT_JSON("not-json"),
  ENCODING("encoding"),
  TOO_DEEP("too-deep"),
  TOO_LONG("too-long"),
  DUPLICATE_KEY("duplicate-key"),
  WRONG_TYPE("wrong-type"),
  MISSING("missing"),
  OUT_OF_RANGE("out-of-range"),
  UNKNOWN_CURRENCY("unknown-currency"),
  TOO_MANY_LINES("too-many-lines");

  private final String word;

  Rule(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
