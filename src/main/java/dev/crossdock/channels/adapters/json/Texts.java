package dev.crossdock.channels.adapters.json;

/** Makes text storable. */
final class Texts {

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** The text with NUL and unpaired surrogates replaced: no PostgreSQL text and no UTF-8 can hold them. */
  static String storable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder storable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        storable.append(c).append(text.charAt(++i));
      } else {
        storable.append(c == 0 || Character.isSurrogate(c) ? REPLACEMENT : c);
      }
    }
    return storable.toString();
  }
}
