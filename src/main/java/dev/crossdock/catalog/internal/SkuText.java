package dev.crossdock.catalog.internal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a SKU's text may be. Pure. */
public final class SkuText {

  static final int LENGTH_MAX = 100;
  static final int CHANNEL_LENGTH_MAX = 255;

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  private SkuText() {}

  /** Without white space at its ends, no-break space included. */
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether the text is not empty, not too long, and holds nothing invisible. */
  static boolean isWellFormed(String text, int lengthMax) {
    return !text.isEmpty() && text.length() <= lengthMax && text.codePoints().noneMatch(SkuText::isInvisible);
  }

  /** What is left when case, blanks and punctuation do not count: near misses have the same key. */
  static String key(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return NEITHER_LETTER_NOR_DIGIT.matcher(plain).replaceAll("");
  }

  static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }
}
