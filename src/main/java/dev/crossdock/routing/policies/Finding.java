package dev.crossdock.routing.policies;

/**
 * Something about a policy that its author may not have meant.
 *
 * @param rule what kind of thing it is, a stable word: {@code never-matches}
 * @param pointer where, as a JSON pointer
 */
public record Finding(String rule, Severity severity, String pointer, String sentence) {

  /** How bad it is. */
  public enum Severity {
    /** It surely does nothing, or names what is not there. */
    WARNING,
    /** It is worth a look. */
    NOTE
  }

  static Finding warning(String rule, String pointer, String sentence) {
    return new Finding(rule, Severity.WARNING, pointer, sentence);
  }

  static Finding note(String rule, String pointer, String sentence) {
    return new Finding(rule, Severity.NOTE, pointer, sentence);
  }
}
