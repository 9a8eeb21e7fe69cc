package dev.crossdock.platform.journal;

/**
 * Something that must never be so, found by a check.
 *
 * @param invariant which promise is broken, one of a closed list: {@code journal.row}, {@code journal.chain} …
 * @param where the place: a block, a batch, a stream
 * @param sentence what is wrong there
 */
public record Violation(String invariant, String where, String sentence) {

  @Override
  public String toString() {
    return invariant + " at " + where + ": " + sentence;
  }
}
