package dev.crossdock.channels.internal;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text from outside, made storable: PostgreSQL refuses NUL, UTF-8 refuses half a surrogate pair. */
final class CleanText {

  private CleanText() {}

  /** The text without control characters and cut to a length; null stays null, blank becomes null. */
  static @Nullable String of(@Nullable String text, int lengthMax) {
    if (text == null) {
      return null;
    }
    String stripped = (isPlain(text, lengthMax) ? text : cleaned(text, lengthMax)).strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** Almost all are: they are not copied. */
  private static boolean isPlain(String text, int lengthMax) {
    if (text.length() > lengthMax) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text, int lengthMax) {
    StringBuilder clean = new StringBuilder(Math.min(text.length(), lengthMax));
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : Character.getType(c) == Character.SURROGATE ? '?' : c)
        .limit(lengthMax)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  /** What a person wrote, with its lines kept apart; cut to a length, blank becomes null. */
  static @Nullable String lines(@Nullable String text, int lengthMax) {
    if (text == null) {
      return null;
    }
    String lines =
        text.lines().map(line -> or(line, lengthMax, "")).collect(Collectors.joining("\n")).strip();
    int length = Math.min(lengthMax, lines.codePointCount(0, lines.length()));
    return lines.isEmpty() ? null : lines.substring(0, lines.offsetByCodePoints(0, length));
  }

  /** The same where a text must stand. */
  static String or(@Nullable String text, int lengthMax, String otherwise) {
    String clean = of(text, lengthMax);
    return clean == null ? otherwise : clean;
  }
}
