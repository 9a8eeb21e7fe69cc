package dev.crossdock.channels.adapters.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Digits to numbers with the size checked before any arithmetic: ten characters can name a number of a billion digits,
 * and unfolding it would take the process down.
 */
final class Numbers {

  private static final int EXPONENT_MAX = 100;

  private Numbers() {}

  /** Whether the text has the shape of a JSON number, in ASCII digits only. */
  static boolean isNumber(String text) {
    int at = text.startsWith("-") ? 1 : 0;
    int whole = digits(text, at);
    if (whole == at) {
      return false;
    }
    at = whole;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = digits(text, at + 1);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
      int exponent = digits(text, at + 1 + sign);
      if (exponent == at + 1 + sign) {
        return false;
      }
      at = exponent;
    }
    return at == text.length();
  }

  /** The number, or null when its text or exponent is beyond all reason. Only for what {@link #isNumber} says yes. */
  static @Nullable BigDecimal decimal(String number) {
    if (number.length() > Json.NUMBER_CHARS_MAX) {
      return null;
    }
    int e = Math.max(number.indexOf('e'), number.indexOf('E'));
    if (e >= 0) {
      String exponent = number.substring(e + 1);
      if (exponent.length() > 4 || Math.abs(Integer.parseInt(exponent)) > EXPONENT_MAX) {
        return null;
      }
    }
    return new BigDecimal(number);
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
