package dev.crossdock.orders.internal;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
final class Nearest {

  private static final int LENGTH_MAX = 40;

  private Nearest() {}

  /** The known word that needs the fewest letters changed; null when none is near. */
  static @Nullable String of(String typed, Collection<String> known) {
    String text = typed.toLowerCase(Locale.ROOT);
    if (text.isEmpty() || text.length() > LENGTH_MAX) {
      return null;
    }
    String nearest = null;
    int least = Math.max(2, text.length() / 3) + 1;
    for (String word : known) {
      int distance = word.startsWith(text) ? 0 : distance(text, word);
      if (distance < least) {
        least = distance;
        nearest = word;
      }
    }
    return nearest;
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
