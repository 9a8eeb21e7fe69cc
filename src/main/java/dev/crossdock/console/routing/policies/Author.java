package dev.crossdock.console.routing.policies;

import java.util.regex.Pattern;

/** Names who made a version. */
final class Author {

  private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int SHOWN = 8;

  private Author() {}

  /** A person by the sign-in name; an API key by the end of its id, which is enough to tell two keys apart. */
  static String words(String author) {
    return KEY.matcher(author).matches() ? "API key …" + author.substring(author.length() - SHOWN) : author;
  }
}
