package dev.crossdock.customers.internal;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How texts of addresses are compared. Pure; bears any text. */
final class AddressText {

  /** Longer texts are no part of any address; nothing beyond is looked at. */
  static final int LENGTH_MAX = 250;

  private AddressText() {}

  /** Capital letters and digits only: full-width forms folded, accents dropped, digits of every script as 0 to 9. */
  static String compact(@Nullable String text) {
    StringBuilder compact = new StringBuilder();
    Normalizer.normalize(cut(text), Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(codePoint -> append(compact, codePoint));
    return compact.toString().toUpperCase(Locale.ROOT);
  }

  /** Whether there is a letter or a digit in it: {@code "-"} and {@code "."} say nothing. */
  static boolean saysSomething(@Nullable String text) {
    return cut(text).codePoints().anyMatch(Character::isLetterOrDigit);
  }

  static boolean hasDigit(@Nullable String text) {
    return cut(text).codePoints().anyMatch(Character::isDigit);
  }

  private static String cut(@Nullable String text) {
    if (text == null) {
      return "";
    }
    return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
  }

  private static void append(StringBuilder compact, int codePoint) {
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      compact.append(digit);
    } else {
      compact.appendCodePoint(codePoint);
    }
  }
}
