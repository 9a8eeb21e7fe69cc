package dev.crossdock.platform.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant, for a complaint that helps. */
public final class Nearest {

  /** Nobody means a word of theirs by a longer one. */
  private static final int LETTERS_MAX = 80;

  private Nearest() {}

  /** The candidate that takes the fewest single edits, when that is no more than a third of the word. */
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (word.length() > LETTERS_MAX) {
      return Optional.empty();
    }
    return candidates.stream()
        .min(Comparator.comparingInt((String candidate) -> edits(word, candidate)).thenComparing(c -> c))
        .filter(candidate -> edits(word, candidate) <= Math.max(2, word.length() / 3));
  }

  /** Insertions, deletions and replacements between two words (Levenshtein). */
  static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
